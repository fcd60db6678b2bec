package chat;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// A call that may wait, on a thread of its own.
final class Waiting<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final FutureTask<T> call;
    private final Thread thread;

    private Waiting(Callable<T> call) {
        this.call = new FutureTask<>(call);
        this.thread = Thread.ofPlatform().daemon().start(this.call);
    }

    /// A call that returns nothing.
    interface Task {
        void run() throws Exception;
    }

    /// Starts the call, and returns when it waits.
    static <T> Waiting<T> in(Callable<T> call) {
        Waiting<T> waiting = new Waiting<>(call);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2))
                .until(() -> waiting.thread.getState() == Thread.State.WAITING);
        return waiting;
    }

    static Waiting<Boolean> in(Task task) {
        return in(asCall(task));
    }

    /// Starts the call.
    static <T> Waiting<T> begin(Callable<T> call) {
        return new Waiting<>(call);
    }

    static Waiting<Boolean> begin(Task task) {
        return new Waiting<>(asCall(task));
    }

    private static Callable<Boolean> asCall(Task task) {
        return () -> {
            task.run();
            return true;
        };
    }

    /// True until it has returned or been refused.
    boolean waits() {
        return !call.isDone();
    }

    /// True if nothing has ended it after this time.
    boolean waitsFor(Duration time) throws InterruptedException {
        return !thread.join(time);
    }

    /// What it returns once it waits no more.
    T returns() throws Exception {
        return call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// Waits until it is refused for this reason.
    void isRefused(String reason) {
        assertThatThrownBy(this::returns).cause().isInstanceOf(Mailbox.Closed.class).hasMessage(reason);
    }

    void interrupt() throws InterruptedException {
        thread.interrupt();
        thread.join(PATIENCE);
    }
}
