package chat;

import chat.edge.Log;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Someone in the room: a name, an outbox, and a thread of its own that empties it (Go's `writePump`).
///
/// The hub fills the outbox and never waits for the far end. If it is full because its owner reads too slowly for the
/// talk, that one is dropped, and nobody else notices.
final class Client {

    private static final int POLICY = 1008;
    private static final long MOMENT_NANOS = 1_000_000;

    private final String name;
    private final Peer peer;
    private final BoundedQueue<Message> outbox;
    private final Thread writer;

    /// As `System.nanoTime` tells it; after the join the hub's thread only.
    private long lastActive = System.nanoTime();

    /// @param peer the far end, whichever door it came through
    Client(String name, Peer peer, Settings settings) {
        this.name = name;
        this.peer = peer;
        this.outbox = new BoundedQueue<>(settings.outboxMessages(), settings.outboxBytes());
        this.writer = Thread.ofVirtual().name("writer " + name).start(this::write);
    }

    String name() {
        return name;
    }

    /// Puts a message into the outbox. The hub's thread only.
    ///
    /// @return false if there was no room; the client is then being closed with 1008
    boolean offer(Message message) {
        boolean taken = outbox.offer(message);
        while (!taken && isWriterLate()) {
            LockSupport.parkNanos(MOMENT_NANOS);
            taken = outbox.offer(message);
        }
        if (!taken) {
            Log.info("%s: outbox full, dropped", name);
            close(POLICY, "too slow");
        }
        return taken;
    }

    /// It said something, or sent a file. The hub's thread only.
    void wasActive() {
        lastActive = System.nanoTime();
    }

    /// Whether that was too long ago at this time. The hub's thread only.
    boolean isIdle(long nanos, Duration deadline) {
        return nanos - lastActive > deadline.toNanos();
    }

    /// Whether the outbox is full only because our own threads have not had their turn yet: a burst is told faster than
    /// it is written, and would drop clients that read well.
    private boolean isWriterLate() {
        return writer.isAlive() && !peer.isStuck() && !Thread.currentThread().isInterrupted();
    }

    /// Ends the connection; the leave follows when it has ended. Any thread, never waits.
    void close(int code, String reason) {
        peer.close(code, reason);
    }

    /// The connection is gone, and with it whatever the outbox still holds. Any thread.
    void ended() {
        writer.interrupt();
    }

    private void write() {
        try {
            while (true) {
                List<Message> messages = outbox.take();
                peer.send(messages);
                outbox.done(messages);
            }
        } catch (IOException | InterruptedException gone) {
            Log.debug("%s: writer ends", name);
        }
    }
}
