package chat;

import chat.edge.Log;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One thread, and all that happens passes through its inbox. It owns the room: nobody else can reach it, so there is
/// nothing to lock, and what one event sees, everyone hears in that order.
///
/// **The hub never waits for a peer and never posts to its own inbox.** Either would let one slow client, or a full
/// inbox, stop everybody.
final class Hub implements AutoCloseable {

    private final Mailbox<Event> inbox;
    private final Thread thread = Thread.ofVirtual().name("hub").unstarted(this::run);

    private volatile boolean stopping;

    Hub(Settings settings) {
        inbox = new Mailbox<>(settings.hubInboxEvents(), settings.hubInboxBytes(), Event::size);
        thread.start();
    }

    /// Posts an event and waits for room, as sending to a Go channel does. For threads of their own.
    ///
    /// @throws Mailbox.Closed if the hub has stopped
    void put(Event event) throws Mailbox.Closed, InterruptedException {
        inbox.put(event);
    }

    private void run() {
        Room room = new Room();
        try {
            while (true) {
                List<Event> events = inbox.takeAll();
                for (Event event : events) {
                    handle(event, room);
                }
                inbox.done(events);
            }
        } catch (Mailbox.Closed stopped) {
            Log.debug("the hub ends");
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private static void handle(Event event, Room room) {
        try {
            switch (event) {
                case Event.Join(Client newcomer) -> room.join(newcomer);
                case Event.Leave(Client leaver) -> room.leave(leaver);
                case Event.Say(Client speaker, String text) -> room.say(speaker, text);
                case Event.File(Client sender, FileFrame file) -> room.sendFile(sender, file);
                case Event.Push(String name, String text, CompletableFuture<Integer> delivered) ->
                    delivered.complete(room.push(name, text));
                case Event.Stop(CompletableFuture<List<Connection>> told) -> told.complete(room.close());
            }
        } catch (RuntimeException | Error bug) {
            // One event is lost. Without its only thread, so would be all that follow.
            Log.error(bug, "a %s could not be handled", event.getClass().getSimpleName());
            if (event instanceof Event.Push push) {
                push.delivered().completeExceptionally(bug);
            }
        }
    }

    /// Everybody is told goodbye, after whatever was posted before. Waits until the last one has gone, with everything
    /// that was accepted for it, but no longer than this.
    void stop(Duration most) {
        stopping = true;
        long end = System.nanoTime() + most.toNanos();
        try {
            CompletableFuture<List<Connection>> told = new CompletableFuture<>();
            put(new Event.Stop(told));
            for (Connection connection : told.get(most.toNanos(), TimeUnit.NANOSECONDS)) {
                connection.awaitGone(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (Mailbox.Closed | ExecutionException | TimeoutException stoppedAlready) {
            Log.debug("stopped twice");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /// True once it has been told to stop.
    boolean isStopping() {
        return stopping;
    }

    /// Ends the hub's thread; nothing can be posted any more.
    @Override
    public void close() {
        inbox.close("the server is stopping");
    }
}
