package chat;

import chat.edge.Log;
import java.time.Duration;
import java.util.List;

/// One thread, and all that happens passes through its inbox. It owns the room: nobody else can reach it, so there is
/// nothing to lock, and what one event sees, everyone hears in that order.
///
/// **The hub never waits for a peer and never posts to its own inbox.** Either would let one slow client, or a full
/// inbox, stop everybody.
final class Hub implements AutoCloseable {

    private static final int TICKS_A_DEADLINE = 4;

    private final BoundedQueue<Event> inbox;
    private final Duration idleDeadline;
    private final Thread thread = Thread.ofVirtual().name("hub").unstarted(this::run);
    private final Thread clock = Thread.ofVirtual().name("clock").unstarted(this::tick);

    Hub(Settings settings) {
        inbox = new BoundedQueue<>(settings.hubInboxEvents(), settings.hubInboxBytes());
        idleDeadline = settings.idleDeadline();
        thread.start();
        clock.start();
    }

    /// Posts an event if there is room; never waits. For I/O threads.
    boolean offer(Event event) {
        return inbox.offer(event);
    }

    /// Posts an event and waits for room, as sending to a Go channel does. For threads of their own.
    void put(Event event) throws InterruptedException {
        inbox.put(event);
    }

    /// A full inbox needs no tick: another one comes soon.
    private void tick() {
        try {
            while (true) {
                Thread.sleep(idleDeadline.dividedBy(TICKS_A_DEADLINE));
                inbox.offer(new Event.Tick(System.nanoTime()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Room room = new Room(idleDeadline);
        try {
            while (true) {
                List<Event> events = inbox.take();
                for (Event event : events) {
                    handle(event, room);
                }
                inbox.done(events);
            }
        } catch (InterruptedException stopped) {
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
                case Event.Tick(long nanos) -> room.sendTheIdleAway(nanos);
                case Event.Stop() -> room.close();
            }
        } catch (RuntimeException | Error bug) {
            // One event is lost. Without its only thread, so would be all that follow.
            Log.error(bug, "a %s could not be handled", event.getClass().getSimpleName());
        }
    }

    /// Everybody is told goodbye, after whatever was posted before. A thread of its own: it waits for room.
    void stop() {
        try {
            put(new Event.Stop());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the hub's threads; events that are posted later reach nobody.
    @Override
    public void close() {
        clock.interrupt();
        thread.interrupt();
    }
}
