package chat;

import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;

/// Plans one step of a channel's life for later. It needs no thread that sleeps: the channel's own I/O thread wakes up
/// for it, and runs it between two frames. I/O thread only.
final class Timer {

    private final WebSocketChannel channel;
    private XnioExecutor.@Nullable Key next;
    private boolean stopped;

    Timer(WebSocketChannel channel) {
        this.channel = channel;
    }

    /// Runs this step after this time, instead of the one that was planned. The step must not wait.
    void after(Duration time, Runnable step) {
        cancel();
        if (!stopped) {
            next = channel.getIoThread().executeAfter(step, time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Nothing is planned any more, nor ever again.
    void stop() {
        stopped = true;
        cancel();
    }

    private void cancel() {
        if (next != null) {
            next.remove();
        }
    }
}
