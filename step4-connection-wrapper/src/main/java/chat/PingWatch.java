package chat;

import chat.edge.Frames;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.RejectedExecutionException;

/// "Do you live?": a ping every so often, which a live peer's library answers by itself (RFC 6455, section 5.5.2). No
/// pong within the deadline: the connection is closed, and its client leaves like everyone else.
///
/// A pong waits behind whatever else the peer has sent. So nobody is late while we ourselves are not reading.
///
/// All of this happens on the channel's I/O thread, in steps that never wait: so it needs no thread and no lock.
final class PingWatch {

    private final WebSocketChannel channel;
    private final Connection connection;
    private final Settings settings;
    private final Timer timer;
    private boolean asked;
    private int pauses;

    PingWatch(WebSocketChannel channel, Connection connection, Settings settings) {
        this.channel = channel;
        this.connection = connection;
        this.settings = settings;
        this.timer = new Timer(channel);
    }

    /// Starts it. I/O thread.
    void start() {
        timer.after(settings.ping(), this::ask);
    }

    private void ask() {
        asked = true;
        timer.after(settings.pong(), this::giveUp);
        Frames.ping(channel);
    }

    /// The peer has answered. I/O thread.
    void answered() {
        if (asked) {
            asked = false;
            timer.after(settings.ping(), this::ask);
        }
    }

    private void giveUp() {
        if (pauses == 0) {
            connection.close(CloseMessage.MSG_VIOLATES_POLICY, "no pong within " + settings.pong().toMillis() + " ms");
        }
    }

    /// We do not read this peer for a while: it cannot be late now. I/O thread.
    void pause() {
        pauses++;
    }

    /// Once for each [#pause]; after the last one we read again, and the deadline begins anew. Any thread.
    void resume() {
        try {
            channel.getIoThread().execute(() -> {
                pauses--;
                if (asked) {
                    timer.after(settings.pong(), this::giveUp);
                }
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
