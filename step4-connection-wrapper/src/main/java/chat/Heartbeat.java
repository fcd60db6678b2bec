package chat;

import chat.edge.Log;
import java.time.Duration;

/// "I live": a message to the peer's program every so often, through the same outbox as the talk (article 004). It
/// expects no answer, so it says nothing about the peer: that is what [PingWatch] is for.
record Heartbeat(Connection connection, Duration period) {

    /// Starts it; its thread ends with the connection.
    void start(String name) {
        Thread.ofVirtual().name("heartbeat " + name).start(this::run);
    }

    private void run() {
        try {
            while (!connection.awaitGone(period)) {
                connection.write(Message.HEARTBEAT);
            }
        } catch (Mailbox.Closed closing) {
            Log.debug("heartbeat ends: %s", closing.reason());
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
