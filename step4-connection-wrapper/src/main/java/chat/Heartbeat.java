package chat;

import chat.edge.Log;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/// "I live": a message to the peer's program every so often, through the same outbox as the talk (article 004). It
/// expects no answer, so it says nothing about the peer: that is what [PingWatch] is for.
///
/// Between two beats it is a timer. Only if the outbox is full a thread is started that waits for room; until then no
/// other beat is planned.
record Heartbeat(WebSocketChannel channel, Client client, Duration period, Timer timer) {

    /// Starts it. I/O thread.
    void start() {
        timer.after(period, this::beat);
    }

    /// The connection is gone. I/O thread.
    void stop() {
        timer.stop();
    }

    private void beat() {
        if (client.connection().tryWrite(Message.HEARTBEAT)) {
            start();
        } else {
            Thread.ofVirtual().name("heartbeat " + client.name()).start(this::waitForRoom);
        }
    }

    private void waitForRoom() {
        try {
            client.connection().write(Message.HEARTBEAT);
            channel.getIoThread().execute(this::start);
        } catch (Mailbox.Closed | RejectedExecutionException over) {
            Log.debug("%s: heartbeat ends", client.name());
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
