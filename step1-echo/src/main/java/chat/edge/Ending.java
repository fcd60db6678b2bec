package chat.edge;

import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/// Why and when one connection ends: the first reason is the one that stands, and a deadline sees to it that it does.
/// Any thread.
final class Ending {

    private final WebSocketChannel channel;
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
    private volatile XnioExecutor.@Nullable Key forced;

    Ending(WebSocketChannel channel) {
        this.channel = channel;
        channel.addCloseTask(_ -> cancel());
    }

    /// Keeps the first reason.
    ///
    /// @return true for whoever was first
    boolean begin(String why) {
        return reason.compareAndSet(null, why);
    }

    /// True once somebody has begun to end it: what still arrives counts no more.
    boolean hasBegun() {
        return reason.get() != null || channel.isCloseFrameSent();
    }

    /// True once it was closed for a broken rule, by Undertow or by [GuardedChannel]: nothing more is handled.
    boolean isRefusal() {
        return reason.get() == null && channel.isCloseFrameSent();
    }

    /// The first reason; if nobody gave one, it was closed for a broken rule, or by the network.
    String inWords() {
        String first = reason.get();
        return first != null ? first
                : channel.isCloseFrameSent()
                        ? "closed with " + channel.getCloseCode() + " (" + channel.getCloseReason() + ")"
                        : "the connection was lost";
    }

    /// After this time the socket is closed, whatever the peer does.
    void forceAfter(Duration deadline) {
        cancel();
        forced = channel.getIoThread().executeAfter(() -> IoUtils.safeClose(channel), deadline.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void cancel() {
        XnioExecutor.Key key = forced;
        if (key != null) {
            key.remove();
        }
    }
}
