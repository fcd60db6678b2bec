package chat.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final Queue<Turn> wanted = new ConcurrentLinkedQueue<>();
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

    /// A place on the list for this task. Any thread may ask for it.
    Turn of(Runnable task) {
        return new Turn(task);
    }

    /// How much waits for a turn. Any thread.
    int waiting() {
        return wanted.size();
    }

    private void turn() {
        bell.suspendWrites();
        try {
            for (int i = 0; i < MOST_AT_ONCE && !wanted.isEmpty(); i++) {
                wanted.remove().run();
            }
        } finally {
            if (!wanted.isEmpty()) {
                bell.resumeWrites();
            }
        }
    }

    /// One task's place: it waits there once, however often it is asked for meanwhile.
    final class Turn {

        private final AtomicBoolean waits = new AtomicBoolean();
        private final Runnable task;

        private Turn(Runnable task) {
            this.task = task;
        }

        /// Has the task done in one of the next turns, or at once if the I/O thread has ended. Any thread.
        void ask() {
            if (waits.compareAndSet(false, true)) {
                wanted.add(this);
                bell.resumeWrites();
                if (!bell.isOpen()) {
                    run();
                }
            }
        }

        private void run() {
            waits.set(false); // first: what is asked for from now on is another turn's
            task.run();
        }
    }
}
