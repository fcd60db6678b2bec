package chat.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSinkChannel;

/// What other threads want one I/O thread to do, done in turns: it looks at its sockets, does some of it, looks again.
///
/// XNIO's threads run tasks as long as there are any, and only then look at their sockets. In a room that talks without
/// a pause there is always one more to write for, and nobody would be read. So a turn is no task. It begins with a bell:
/// a pipe of our own, always ready to be written to, that the next look finds beside the sockets.
final class Turns {

    private static final int MOST_AT_ONCE = 64;

    private static final ThreadLocal<Turns> OF_THIS_THREAD = ThreadLocal.withInitial(Turns::new);

    private final Queue<Runnable> wanted = new ConcurrentLinkedQueue<>();
    private final StreamSinkChannel bell;

    private Turns() {
        try {
            bell = ((XnioIoThread) Thread.currentThread()).createHalfDuplexPipe().getRightSide();
            bell.getWriteSetter().set(_ -> turn());
        } catch (IOException noFileHandle) {
            throw new UncheckedIOException(noFileHandle);
        }
    }

    /// The turns of the I/O thread that asks; they end with it.
    static Turns ofThisThread() {
        return OF_THIS_THREAD.get();
    }

    /// Adds something for one of the next turns. Any thread.
    ///
    /// @return false if there will be none, because the I/O thread has ended
    boolean add(Runnable task) {
        wanted.add(task);
        bell.resumeWrites();
        return bell.isOpen();
    }

    private void turn() {
        bell.suspendWrites();
        for (int i = 0; i < MOST_AT_ONCE && !wanted.isEmpty(); i++) {
            wanted.remove().run();
        }
        if (!wanted.isEmpty()) {
            bell.resumeWrites();
        }
    }
}
