package chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Several tasks that begin at the same moment, each on a thread of its own.
final class AtOnce {

    private static final int PATIENCE_SECONDS = 50;

    private AtOnce() {}

    /// A task that returns nothing and may throw anything.
    interface Task {
        void run() throws Exception;
    }

    /// Runs them all to their end.
    ///
    /// @return what was thrown first, in list order
    static Optional<Throwable> run(List<Task> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        List<Callable<Void>> begun = new ArrayList<>();
        for (Task task : tasks) {
            begun.add(() -> {
                start.await();
                task.run();
                return null;
            });
        }
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            for (Future<Void> end : threads.invokeAll(begun, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                end.get();
            }
            return Optional.empty();
        } catch (ExecutionException thrown) {
            return Optional.ofNullable(thrown.getCause());
        }
    }
}
