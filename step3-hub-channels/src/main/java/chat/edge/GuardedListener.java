package chat.edge;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.Pooled;

/// Receives one connection's messages within its limits and hands each whole one to [#onFrame].
///
/// One object per connection, because Undertow counts a connection's pings in its listener (301 a minute, then 1008).
/// Undertow calls every method here on the channel's I/O thread, which serves other connections too: a subclass must
/// never wait in [#onFrame]. Too big or too many fragments: 1009. Too slow in coming: 1008. A bug of ours: 1011.
public abstract class GuardedListener extends AbstractReceiveListener {

    /// A connection that is paused again and again is told of once in this time.
    private static final long QUIET_NANOS = 1_000_000_000;

    /// The connection this listener belongs to.
    protected final WebSocketChannel channel;

    private final String who;
    private final String whoAndWhere;
    private final GuardedChannel guarded;
    private final Assembly assembly;
    private long lastToldOfPause = System.nanoTime() - QUIET_NANOS;
    private volatile boolean toldOfPause;

    /// @param who the connection's name in the log, its address if it has none
    protected GuardedListener(WebSocketChannel channel, String who) {
        this.channel = channel;
        String where = Log.address(channel.getSourceAddress());
        this.who = who;
        this.whoAndWhere = who.equals(where) ? who : who + " at " + where;
        this.guarded = (GuardedChannel) channel;
        this.assembly = new Assembly(guarded);
    }

    /// Starts listening. Nothing is read before this, not even a ping.
    public final void listen() {
        Log.info("%s connected", whoAndWhere);
        channel.addCloseTask(_ -> guarded.later(this::closed));
        channel.getReceiveSetter().set(this);
        channel.resumeReceives();
    }

    /// One whole message. I/O thread: hand it over and return. Not called any more once the connection is closing.
    protected abstract void onFrame(Frame frame);

    /// The peer has answered a ping. I/O thread.
    protected void onPong() {}

    /// The connection has ended, however it ended. Called exactly once, on the I/O thread, from nobody else's call:
    /// never in the middle of a send, so it may take the locks that a sender holds.
    protected void onClosed() {}

    /// Stops reading this socket: TCP slows the peer down. I/O thread.
    protected final void pauseReading(String why) {
        toldOfPause = System.nanoTime() - lastToldOfPause > QUIET_NANOS;
        if (toldOfPause) {
            lastToldOfPause = System.nanoTime();
            Log.info("%s: reading paused, %s", who, why);
        }
        channel.suspendReceives();
    }

    /// Reads again after [#pauseReading]. Any thread.
    protected final void resumeReading() {
        if (toldOfPause) {
            Log.info("%s: reading resumed", who);
        }
        channel.resumeReceives();
    }

    private void deliver(Frame frame) {
        assembly.ends();
        if (guarded.ending().hasBegun()) {
            return;
        }
        Log.debug("%s sent %s", whoAndWhere, frame);
        try {
            onFrame(frame);
        } catch (RuntimeException | Error bug) {
            Log.error(bug, "%s: its %s could not be handled", whoAndWhere, frame);
            Closing.close(channel, CloseMessage.UNEXPECTED_ERROR, "the server failed at this message");
        }
    }

    private void closed() {
        assembly.stop();
        Log.info("%s disconnected: %s", whoAndWhere, guarded.ending().inWords());
        onClosed();
    }

    @Override
    public final void handleEvent(WebSocketChannel channel) {
        super.handleEvent(channel);
        assembly.watch();
        if (guarded.ending().isRefusal()) {
            guarded.cutOff();
        }
    }

    @Override
    protected final long getMaxTextBufferSize() {
        return guarded.limits().text();
    }

    @Override
    protected final long getMaxBinaryBufferSize() {
        return guarded.limits().file();
    }

    @Override
    protected final void onText(WebSocketChannel channel, StreamSourceFrameChannel message) throws IOException {
        assembly.begins();
        super.onText(channel, message);
    }

    @Override
    protected final void onBinary(WebSocketChannel channel, StreamSourceFrameChannel message) throws IOException {
        assembly.begins();
        super.onBinary(channel, message);
    }

    @Override
    protected final void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
        deliver(Frame.text(message.getData()));
    }

    @Override
    @SuppressWarnings("deprecation") // Undertow's own signature
    protected final void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
        Pooled<ByteBuffer[]> pooled = message.getData();
        Frame frame = Frame.binary(WebSockets.mergeBuffers(pooled.getResource()));
        pooled.free();
        deliver(frame);
    }

    @Override
    protected final void onFullPongMessage(WebSocketChannel channel, BufferedBinaryMessage message)
            throws IOException {
        super.onFullPongMessage(channel, message);
        onPong();
    }

    /// The peer's close frame, or (as Undertow tells it) the end of the stream without one.
    @Override
    protected final void onCloseMessage(CloseMessage message, WebSocketChannel channel) {
        guarded.ending().begin(channel.isCloseInitiatedByRemotePeer()
                ? "closed by the peer with " + message.getCode() + " (" + message.getReason() + ")"
                : "the connection was lost");
        guarded.ending().forceAfter(guarded.limits().close());
    }

    /// If a close frame fits the error, Undertow has already sent it.
    @Override
    protected final void onError(WebSocketChannel channel, Throwable error) {
        guarded.cutOff();
    }
}
