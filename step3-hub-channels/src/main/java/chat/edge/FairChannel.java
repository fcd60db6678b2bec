package chat.edge;

import io.undertow.connector.ByteBufferPool;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.protocol.version13.WebSocket13Channel;
import io.undertow.websockets.extensions.NoopExtensionFunction;
import java.io.IOException;
import java.util.Set;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/// Undertow's WebSocket, with manners: it reads and writes in turns with the others of its I/O thread ([Turns]).
///
/// Undertow by itself handles all frames that one read has brought, up to 16 KiB of them, before it looks at the others.
/// Undertow's own methods lock this channel, so ours do too.
abstract class FairChannel extends WebSocket13Channel {

    private static final int FRAMES_A_TURN = 4;

    private final Turns.Turn flush = Turns.ofThisThread().of(super::flush);
    private final Turns.Turn readOn = Turns.ofThisThread().of(this::readOn);

    /// Calls of [#receive] since this connection last asked for a turn; I/O thread only.
    private int framesThisTurn;

    private boolean suspended = true;
    private boolean othersTurn;

    /// To be made on the channel's I/O thread.
    FairChannel(StreamConnection connection, ByteBufferPool buffers, String url, Set<WebSocketChannel> peers,
            OptionMap options) {
        super(connection, buffers, url, null, false, false, NoopExtensionFunction.INSTANCE, peers, options);
    }

    /// True unless we or Undertow hold back from reading this socket; the others' turn is no holding back.
    synchronized boolean isReading() {
        return !suspended && (othersTurn || getUnderlyingConnection().getSourceChannel().isReadResumed());
    }

    /// True while the operating system takes no more bytes: what is queued waits for the peer. Any thread.
    boolean isStuck() {
        return getUnderlyingConnection().getSinkChannel().isWriteResumed();
    }

    /// Writes what is queued: the I/O thread at once, any other by a turn of the I/O thread. Not while the peer is stuck:
    /// Undertow itself goes on when the socket takes more, and to try each time costs time for everything that waits.
    @Override
    public void flush() {
        if (isStuck()) {
            return;
        }
        if (getIoThread().equals(Thread.currentThread())) {
            super.flush();
        } else {
            flush.ask();
        }
    }

    /// Reads a frame, or the next part of one; after a few it is the others' turn.
    @Override
    public synchronized StreamSourceFrameChannel receive() throws IOException {
        framesThisTurn++;
        if (framesThisTurn == FRAMES_A_TURN) {
            framesThisTurn = 0;
            othersTurn = true;
            super.suspendReceives();
            readOn.ask();
        }
        return super.receive();
    }

    private synchronized void readOn() {
        othersTurn = false;
        if (!suspended) {
            super.resumeReceives();
        }
    }

    @Override
    public synchronized void suspendReceives() {
        suspended = true;
        super.suspendReceives();
    }

    /// Reads again, from one of the next turns on.
    @Override
    public synchronized void resumeReceives() {
        suspended = false;
        readOn.ask();
    }
}
