package chat;

import chat.edge.Log;
import java.io.IOException;
import java.util.List;

/// Someone in the room: a name, an outbox, and a thread of its own that empties it (Go's `writePump`).
///
/// Whoever fills the outbox never waits. If it is full, its owner reads too slowly for the talk: it is dropped, and
/// nobody else notices.
final class Client {

    private static final int POLICY = 1008;

    private final String name;
    private final Peer peer;
    private final BoundedQueue<Message> outbox;
    private final Thread writer;

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

    /// Puts a message into the outbox. Never waits: whoever calls holds the hub's lock, and may be the I/O thread that
    /// has to empty this outbox.
    ///
    /// @return false if there was no room; the client is then being closed with 1008
    boolean offer(Message message) {
        boolean taken = outbox.offer(message);
        if (!taken) {
            Log.info("%s: outbox full, dropped", name);
            close(POLICY, "too slow");
        }
        return taken;
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
