package chat.edge;

import io.undertow.conduits.BytesSentStreamSinkConduit;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.protocol.framed.FrameHeaderData;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.StreamSinkFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSocketFrameType;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/// Undertow's WebSocket, stricter by two rules, with a count of what it wrote.
///
/// Every frame must be masked (RFC 6455, section 5.1; Undertow itself lets an unmasked ping pass), and no length may
/// have its highest bit set (section 5.2). It is read by its I/O thread alone; any thread may write to it and end it.
final class GuardedChannel extends FairChannel {

    private static final int MASK_BIT = 0x80;

    private final Limits limits;
    private final AtomicLong written = new AtomicLong();
    private final Ending ending = new Ending(this);
    private final Leftover leftover;

    /// Bytes of an unfinished frame header that were read already; I/O thread only.
    private int headerBytes;

    GuardedChannel(StreamConnection connection, ByteBufferPool buffers, String url, Set<WebSocketChannel> peers,
            OptionMap options, Limits limits) {
        super(connection, buffers, url, peers, options);
        this.limits = limits;
        leftover = new Leftover(connection.getSourceChannel());
        ConduitStreamSinkChannel sink = connection.getSinkChannel();
        sink.setConduit(new BytesSentStreamSinkConduit(sink.getConduit(), written::addAndGet));
    }

    Limits limits() {
        return limits;
    }

    /// Bytes the operating system has taken, handshake not counted.
    long written() {
        return written.get();
    }

    Ending ending() {
        return ending;
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

    /// Ends a connection whose peer has broken a rule. After a broken frame nothing more can be read; otherwise what it
    /// still sends is read and forgotten until it hangs up, or has sent far too much, or until the close deadline. I/O
    /// thread.
    void cutOff() {
        if (getUnderlyingConnection().getSourceChannel().isOpen()) {
            suspendReceives();
            ending.forceAfter(limits.close());
            Turns.ofThisThread().of(this::forgetTheRest).ask();
        } else {
            IoUtils.safeClose(this);
        }
    }

    private void forgetTheRest() {
        ConduitStreamSourceChannel source = getUnderlyingConnection().getSourceChannel();
        source.setReadListener(_ -> {
            if (leftover.forget()) {
                IoUtils.safeClose(this);
            }
        });
        source.wakeupReads();
    }

    @Override
    protected void markReadsBroken(Throwable cause) {
        leftover.forget();
        super.markReadsBroken(cause);
    }

    /// Queues a frame; a close frame leaves at once, even while another thread queues several and will flush them later.
    @Override
    protected void queueFrame(StreamSinkFrameChannel frame) throws IOException {
        super.queueFrame(frame);
        if (frame.getType() == WebSocketFrameType.CLOSE) {
            flush();
        }
    }

    /// True also once Undertow has closed it for a broken rule: such a close frame, like the answer to one, does not wait
    /// for another thread that is in the middle of a send.
    @Override
    public boolean isCloseFrameReceived() {
        return super.isCloseFrameReceived() || ending.isRefusal();
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
