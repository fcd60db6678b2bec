package lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/// A process of threads that wait, each at a queue of its own: how much memory it has, after more and more of them.
final class WaitingThreads {
    static final String VIRTUAL = "virtual";
    static final String PLATFORM = "platform";

    /// The first one is thrown away: it loads the classes.
    private static final List<Integer> SIZES = List.of(0, 1_000, 2_500, 5_000, 10_000);
    private static final int SETTLE_MILLIS = 100;

    private final Thread.Builder builder;
    private final List<BlockingQueue<String>> queues = new ArrayList<>();

    private WaitingThreads(Thread.Builder builder) {
        this.builder = builder;
    }

    /// Prints lines like `1000 43212800`: so many threads, so many bytes. Ends when the system gives no more threads.
    static void main(String[] args) throws IOException, InterruptedException {
        WaitingThreads threads = new WaitingThreads(
                args[0].equals(VIRTUAL) ? Thread.ofVirtual() : Thread.ofPlatform().daemon());
        threads.grow(1);
        for (int size : SIZES) {
            threads.grow(size);
            System.gc(); // what is left is what waiting needs
            Thread.sleep(SETTLE_MILLIS);
            OptionalLong bytes = ProcessMemory.resident(ProcessHandle.current().pid());
            if (bytes.isPresent()) {
                IO.println(size + " " + bytes.getAsLong());
            }
        }
        System.exit(0);
    }

    private void grow(int size) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(Math.max(0, size - queues.size()));
        while (queues.size() < size) {
            BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
            queues.add(queue);
            builder.start(() -> await(queue, running));
        }
        running.await();
    }

    private static void await(BlockingQueue<String> queue, CountDownLatch running) {
        try {
            running.countDown();
            queue.take();
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
