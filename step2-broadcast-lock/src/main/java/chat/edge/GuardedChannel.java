package chat.edge;

import io.undertow.conduits.BytesSentStreamSinkConduit;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.protocol.framed.FrameHeaderData;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.core.protocol.version13.WebSocket13Channel;
import io.undertow.websockets.extensions.NoopExtensionFunction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSinkChannel;

/// Undertow's WebSocket, stricter by two rules, with a count of what it wrote and a memory of its end.
///
/// Every frame must be masked (RFC 6455, section 5.1; Undertow itself lets an unmasked ping pass), no length may have
/// its highest bit set (section 5.2), and the first reason to end is the one that stands. Headers are read by the I/O
/// thread alone; any thread may end it.
final class GuardedChannel extends WebSocket13Channel {

    private static final int MASK_BIT = 0x80;

    private final Limits limits;
    private final Turns.Turn flush = Turns.ofThisThread().of(super::flush);
    private final AtomicLong written = new AtomicLong();
    private final AtomicReference<@Nullable String> end = new AtomicReference<>();
    private volatile XnioExecutor.@Nullable Key forcedEnd;

    /// Bytes of an unfinished frame header that were read already; I/O thread only.
    private int headerBytes;

    GuardedChannel(StreamConnection connection, ByteBufferPool buffers, String url, Set<WebSocketChannel> peers,
            OptionMap options, Limits limits) {
        super(connection, buffers, url, null, false, false, NoopExtensionFunction.INSTANCE, peers, options);
        this.limits = limits;
        ConduitStreamSinkChannel sink = connection.getSinkChannel();
        sink.setConduit(new BytesSentStreamSinkConduit(sink.getConduit(), written::addAndGet));
        addCloseTask(_ -> cancelForcedEnd());
    }

    Limits limits() {
        return limits;
    }

    /// Bytes the operating system has taken, handshake not counted.
    long written() {
        return written.get();
    }

    /// Keeps the first reason for this connection's end.
    ///
    /// @return true for whoever was first
    boolean endsBecause(String why) {
        return end.compareAndSet(null, why);
    }

    /// True once somebody has begun to end it: what still arrives counts no more.
    boolean isEnding() {
        return end.get() != null || isCloseFrameSent();
    }

    /// True once Undertow has closed it for a broken rule: a peer that broke one is not read any further.
    boolean wasRefused() {
        return end.get() == null && isCloseFrameSent();
    }

    /// The first reason; if nobody gave one, Undertow has closed it for a broken protocol, or the network has.
    String howItEnded() {
        String reason = end.get();
        return reason != null ? reason
                : isCloseFrameSent() ? "closed with " + getCloseCode() + " (" + getCloseReason() + ")"
                        : "the connection was lost";
    }

    /// After this time the socket is closed, whatever the peer does.
    void endAfter(Duration deadline) {
        cancelForcedEnd();
        forcedEnd = getIoThread().executeAfter(() -> IoUtils.safeClose(this), deadline.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void cancelForcedEnd() {
        XnioExecutor.Key key = forcedEnd;
        if (key != null) {
            key.remove();
        }
    }

    /// Runs a task on the I/O thread, after whatever is being done there now. Undertow closes a broken channel in the
    /// middle of a send, with its own locks held; what others do then must not begin before that send is over.
    void later(Runnable task) {
        try {
            getIoThread().execute(task);
        } catch (RejectedExecutionException stopped) {
            task.run();
        }
    }

    /// True while both directions are open.
    boolean isWhole() {
        return getUnderlyingConnection().getSourceChannel().isOpen()
                && getUnderlyingConnection().getSinkChannel().isOpen();
    }

    /// True between the first and the last byte of a frame's header.
    boolean isInsideHeader() {
        return headerBytes > 0;
    }

    /// True while the operating system takes no more bytes: what is queued waits for the peer. Any thread.
    boolean isStuck() {
        return getUnderlyingConnection().getSinkChannel().isWriteResumed();
    }

    /// True while neither we nor Undertow hold back from reading this socket.
    boolean isReading() {
        return getUnderlyingConnection().getSourceChannel().isReadResumed();
    }

    /// Writes what is queued: the I/O thread at once, any other by a turn of the I/O thread.
    @Override
    public void flush() {
        if (getIoThread().equals(Thread.currentThread())) {
            super.flush();
        } else {
            flush.ask();
        }
    }

    @Override
    protected @Nullable FrameHeaderData parseFrame(ByteBuffer data) throws IOException {
        int maskByte = data.position() + 1 - headerBytes;
        if (headerBytes < 2 && maskByte < data.limit() && (data.get(maskByte) & MASK_BIT) == 0) {
            throw broken("a client's frames must be masked");
        }
        int before = data.position();
        FrameHeaderData header = super.parseFrame(data);
        if (header != null && header.getFrameLength() < 0) {
            throw broken("no frame is that long");
        }
        headerBytes = header == null ? headerBytes + data.position() - before : 0;
        return header;
    }

    private IOException broken(String reason) {
        IOException broken = new IOException(reason);
        WebSockets.sendClose(new CloseMessage(CloseMessage.PROTOCOL_ERROR, reason), this, null);
        markReadsBroken(broken);
        return broken;
    }
}
