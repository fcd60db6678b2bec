package chat.edge;

import io.undertow.server.ServerConnection;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.xnio.IoUtils;

/// Every open socket of the server: how many there may be, and how they all end when it stops. Any thread.
public final class OpenSockets {

    static final String FULL = "The server is full. Try again later.";
    static final String STOPPING = "The server is stopping. Try again later.";

    private final int most;
    private final Set<WebSocketChannel> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition oneLess = lock.newCondition();

    /// Places taken, by sockets and by handshakes on their way; guarded by the lock.
    private int taken;
    private volatile boolean stopping;

    /// @param most connections at a time; 0 means no limit
    public OpenSockets(int most) {
        this.most = most;
    }

    /// Why nobody can come in right now, in words.
    public Optional<String> refusal() {
        lock.lock();
        try {
            return stopping ? Optional.of(STOPPING) : isFull() ? Optional.of(FULL) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Takes a place. Whoever gets one gives it back with [#release].
    ///
    /// @return false if there is none
    public boolean reserve() {
        lock.lock();
        try {
            if (stopping || isFull()) {
                return false;
            }
            taken++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Gives a place back.
    public void release() {
        lock.lock();
        try {
            taken--;
            oneLess.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes a place that comes back when this TCP connection ends, whether its handshake succeeds or not.
    boolean reserve(ServerConnection connection) {
        boolean reserved = reserve();
        if (reserved) {
            connection.addCloseListener(_ -> release());
        }
        return reserved;
    }

    /// Remembers a channel until it ends. One that slipped in while the server stops is closed at once.
    void add(WebSocketChannel channel) {
        open.add(channel);
        channel.addCloseTask(open::remove);
        if (stopping) {
            close(channel);
        }
    }

    /// From now on every handshake gets 503.
    public void refuseNew() {
        stopping = true;
    }

    /// Closes every socket with 1001 and waits for them to go; what is left after the deadline is cut off.
    public void closeAll(Duration deadline) {
        refuseNew();
        Log.info("stopping, %d open", open.size());
        open.forEach(OpenSockets::close);
        awaitEmpty(deadline);
        open.forEach(IoUtils::safeClose);
    }

    private void awaitEmpty(Duration deadline) {
        lock.lock();
        try {
            long nanos = deadline.toNanos();
            while (taken > 0 && nanos > 0) {
                nanos = oneLess.awaitNanos(nanos);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return most > 0 && taken >= most;
    }

    private static void close(WebSocketChannel channel) {
        Closing.close(channel, CloseMessage.GOING_AWAY, "the server is stopping");
    }
}
