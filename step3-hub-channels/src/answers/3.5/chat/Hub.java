package chat;

import chat.edge.Log;
import java.util.concurrent.locks.ReentrantLock;

/// One at a time: whoever has the lock handles its own event, on its own thread, and tells everyone. What one event
/// sees, everyone hears in that order.
///
/// **Nobody who holds the lock waits for anyone.** It is held while outboxes are filled, not while they are emptied.
final class Hub implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Room room = new Room();

    /// @param settings not needed any more: there is no inbox to bound
    Hub(Settings settings) {}

    /// Handles an event. For I/O threads.
    ///
    /// @return true: there is always room
    boolean offer(Event event) {
        lock.lock();
        try {
            handle(event);
        } finally {
            lock.unlock();
        }
        return true;
    }

    /// The same for threads of their own, which may be interrupted while they wait for their turn.
    void put(Event event) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            handle(event);
        } finally {
            lock.unlock();
        }
    }

    private void handle(Event event) {
        try {
            switch (event) {
                case Event.Join(Client newcomer) -> room.join(newcomer);
                case Event.Leave(Client leaver) -> room.leave(leaver);
                case Event.Say(Client speaker, String text) -> room.say(speaker, text);
                case Event.File(Client sender, FileFrame file) -> room.sendFile(sender, file);
                case Event.Stop() -> room.close();
            }
        } catch (RuntimeException | Error bug) {
            // One event is lost, and not the connection whose thread this is.
            Log.error(bug, "a %s could not be handled", event.getClass().getSimpleName());
        }
    }

    /// Everybody is told goodbye.
    void stop() {
        offer(new Event.Stop());
    }

    /// Nothing to end: it had no thread.
    @Override
    public void close() {}
}
