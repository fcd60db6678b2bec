package chat.edge;

import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/// Sends frames without Undertow's traps: each send gets its own `duplicate()` of the bytes (sending moves a buffer's
/// position), several frames leave in one system call, and the outcome is reported once (Undertow may call back twice).
///
/// Any thread may send; nobody ever waits here. The future completes on the channel's I/O thread when the bytes have
/// gone to the operating system, or at once on the caller's thread if they could go, or fail, immediately. It fails
/// when the connection is gone. **What is sent and cannot leave is queued without bound**: whoever sends must bound it.
public final class Frames {

    private Frames() {}

    /// Sends one frame.
    public static CompletableFuture<@Nullable Void> send(WebSocketChannel channel, Frame frame) {
        CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
        queue(channel, frame, new Report(sent));
        return sent;
    }

    /// Sends frames in this order, with one flush for all of them. One thread at a time may do this to a channel.
    /// The future speaks for the last frame, and frames leave in order: when it is done, all are.
    public static CompletableFuture<@Nullable Void> send(WebSocketChannel channel, List<Frame> frames) {
        CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
        Report report = new Report(sent);
        channel.setRequireExplicitFlush(true);
        try {
            for (int i = 0; i < frames.size(); i++) {
                queue(channel, frames.get(i), i == frames.size() - 1 ? report : Report.IGNORED);
            }
        } finally {
            // Left on, Undertow's own pongs and close replies would be queued and never flushed.
            channel.setRequireExplicitFlush(false);
        }
        channel.flush();
        return sent;
    }

    /// Asks the peer for a pong (RFC 6455, section 5.5.2). A ping overtakes what is queued.
    public static void ping(WebSocketChannel channel) {
        WebSockets.sendPing(ByteBuffer.allocate(0), channel, Report.IGNORED);
    }

    /// Bytes that have gone to the operating system so far: while they grow, the peer reads. Any thread.
    public static long written(WebSocketChannel channel) {
        return ((GuardedChannel) channel).written();
    }

    /// True while the operating system takes no more bytes for this peer: it reads more slowly than we write. False if
    /// what is queued only waits for its turn on the I/O thread. Any thread.
    public static boolean isStuck(WebSocketChannel channel) {
        return ((GuardedChannel) channel).isStuck();
    }

    private static void queue(WebSocketChannel channel, Frame frame, Report report) {
        ByteBuffer bytes = frame.payload().duplicate();
        switch (frame.type()) {
            case TEXT -> WebSockets.sendText(bytes, channel, report);
            case BINARY -> WebSockets.sendBinary(bytes, channel, report);
        }
    }

    /// Turns Undertow's callback into a future. A broken connection is closed, so that its close task runs; one that is
    /// saying goodbye is not, or its last frame would be cut off.
    private record Report(CompletableFuture<@Nullable Void> sent) implements WebSocketCallback<Void> {

        private static final Report IGNORED = new Report(new CompletableFuture<>());

        @Override
        public void complete(WebSocketChannel channel, @Nullable Void context) {
            sent.complete(null);
        }

        @Override
        public void onError(WebSocketChannel channel, @Nullable Void context, Throwable error) {
            if (!channel.isCloseFrameSent() && !channel.isCloseFrameReceived()) {
                ((GuardedChannel) channel).later(() -> IoUtils.safeClose(channel));
            }
            sent.completeExceptionally(error);
        }
    }
}
