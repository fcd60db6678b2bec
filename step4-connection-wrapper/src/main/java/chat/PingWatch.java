package chat;

import chat.edge.Frames;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// "Do you live?": a ping every so often, which a live peer's library answers by itself (RFC 6455, section 5.5.2). No
/// pong within the deadline: the connection is closed, and its client leaves like everyone else.
///
/// A pong waits behind whatever else the peer has sent. So the deadline does not run while we ourselves are not
/// reading, and begins anew when we read again.
final class PingWatch {

    private final WebSocketChannel channel;
    private final Connection connection;
    private final Duration ping;
    private final Duration pong;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean answered;
    private boolean reading = true;

    PingWatch(WebSocketChannel channel, Connection connection, Settings settings) {
        this.channel = channel;
        this.connection = connection;
        this.ping = settings.ping();
        this.pong = settings.pong();
    }

    /// Starts it; its thread ends with the connection.
    void start(String name) {
        Thread.ofVirtual().name("ping " + name).start(this::run);
    }

    /// The peer has answered. I/O thread.
    void answered() {
        change(() -> answered = true);
    }

    /// We read this peer, or have stopped to. Any thread.
    void reading(boolean now) {
        change(() -> reading = now);
    }

    private void run() {
        try {
            while (!connection.awaitGone(ping)) {
                change(() -> answered = false);
                Frames.ping(channel);
                if (!awaitAnswer()) {
                    connection.close(CloseMessage.MSG_VIOLATES_POLICY, "no pong within " + pong.toMillis() + " ms");
                    return;
                }
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitAnswer() throws InterruptedException {
        lock.lock();
        try {
            long left = pong.toNanos();
            while (!answered && left > 0) {
                left = reading ? news.awaitNanos(left) : afterPause();
            }
            return answered;
        } finally {
            lock.unlock();
        }
    }

    private long afterPause() throws InterruptedException {
        while (!answered && !reading) {
            news.await();
        }
        return pong.toNanos();
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
