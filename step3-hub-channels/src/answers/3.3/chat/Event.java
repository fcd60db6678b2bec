package chat;

/// Everything that can happen to the room. One sealed type in one inbox: Go's several channels and their `select`,
/// but with one order for all of it.
sealed interface Event extends BoundedQueue.Sized {

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

    /// Time goes by: somebody may have been silent for too long. What waits behind this was said later.
    ///
    /// @param nanos when it was posted, as `System.nanoTime` tells it
    record Tick(long nanos) implements Event {}

    /// The server stops: everybody is told goodbye.
    record Stop() implements Event {}

    /// The payload's bytes in memory.
    @Override
    default int size() {
        return 0;
    }
}
