package chat;

import chat.edge.Frame;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// A member without a network, for hubs of any make. It can stop reading and go on.
final class FakeMember implements AnotherHub.Member {

    private final String name;
    private final Queue<Frame> heard = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch reading = new CountDownLatch(0);
    private volatile boolean holding;
    private volatile boolean closed;

    FakeMember(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Frame message) throws InterruptedException {
        CountDownLatch now = reading;
        holding = now.getCount() > 0;
        now.await();
        heard.add(message);
    }

    @Override
    public void close(int code, String reason) {
        closed = true;
    }

    void stopReading() {
        reading = new CountDownLatch(1);
    }

    void goOnReading() {
        reading.countDown();
    }

    /// True while, or if ever, somebody has waited for it to read.
    boolean holdsSomebodyUp() {
        return holding;
    }

    boolean isClosed() {
        return closed;
    }

    boolean hasHeard(String beginning) {
        return heard.stream().anyMatch(frame -> Heard.of(frame.text()).message().startsWith(beginning));
    }

    /// Waits until it has heard a message that begins so.
    ///
    /// @return false if it has not, in all that time
    boolean hears(String beginning, Duration patience) {
        try {
            Awaitility.await().atMost(patience).pollInterval(Duration.ofMillis(2)).until(() -> hasHeard(beginning));
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        }
    }
}
