package chat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// Everything that can happen to the room. One sealed type in one inbox: Go's several channels and their `select`,
/// but with one order for all of it.
sealed interface Event {

    /// A newcomer; its outbox comes with it, as Go's channel of channels.
    record Join(Client client) implements Event {}

    /// Somebody's connection has ended.
    record Leave(Client client) implements Event {}

    /// Somebody said something.
    record Say(Client client, String text) implements Event {

        @Override
        public int size() {
            return text.length() * Character.BYTES;
        }
    }

    /// Somebody sends a file.
    record File(Client client, FileFrame file) implements Event {

        @Override
        public int size() {
            return file.frame().size();
        }
    }

    /// Somebody outside, who is in no room, has something to tell.
    ///
    /// @param to        names that are meant
    /// @param delivered is told how many clients have taken it
    record Push(String name, String text, Predicate<String> to, CompletableFuture<Integer> delivered) implements Event {

        @Override
        public int size() {
            return text.length() * Character.BYTES;
        }
    }

    /// The server stops: everybody is told goodbye.
    ///
    /// @param told is told whose connections are closing now
    record Stop(CompletableFuture<List<Connection>> told) implements Event {}

    /// The payload's bytes in memory.
    default int size() {
        return 0;
    }
}
