package chat;

import chat.edge.Frames;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/// "Do you live?": a ping every so often, which a live peer's library answers by itself (RFC 6455, section 5.5.2). No
/// pong within the deadline: the connection is closed, and its client leaves like everyone else.
///
/// A pong waits behind whatever else the peer has sent. So the deadline does not run while we ourselves are not
/// reading, and begins anew when we read again.
///
/// All of this happens on the channel's I/O thread, in steps that never wait: so it needs no thread and no lock.
final class PingWatch {

    private final WebSocketChannel channel;
    private final Connection connection;
    private final Duration ping;
    private final Duration pong;
    private final Timer timer;
    private boolean asked;
    private int pauses;

    PingWatch(WebSocketChannel channel, Connection connection, Settings settings) {
        this.channel = channel;
        this.connection = connection;
        this.ping = settings.ping();
        this.pong = settings.pong();
        this.timer = new Timer(channel);
    }

    /// Starts it. I/O thread.
    void start() {
        timer.after(ping, this::ask);
    }

    private void ask() {
        asked = true;
        awaitPong();
        Frames.ping(channel);
    }

    private void awaitPong() {
        if (asked && pauses == 0) {
            timer.after(pong, this::giveUp);
        }
    }

    /// The peer has answered. I/O thread.
    void answered() {
        if (asked) {
            asked = false;
            timer.after(ping, this::ask);
        }
    }

    private void giveUp() {
        connection.close(CloseMessage.MSG_VIOLATES_POLICY, "no pong within " + pong.toMillis() + " ms");
    }

    /// We do not read this peer for a while: it cannot be late now. I/O thread.
    void pause() {
        pauses++;
        if (asked) {
            timer.cancel();
        }
    }

    /// Once for each [#pause]; after the last one we read again. Any thread.
    void resume() {
        try {
            channel.getIoThread().execute(() -> {
                pauses--;
                awaitPong();
            });
        } catch (RejectedExecutionException serverEnds) {
            // Nobody is asked any more.
        }
    }

    /// The connection is gone. I/O thread.
    void stop() {
        timer.stop();
    }
}
