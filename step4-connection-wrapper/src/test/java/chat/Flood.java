package chat;

import static java.lang.management.ManagementFactory.getMemoryMXBean;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;

/// Somebody sends as fast as it can, on a thread of its own.
final class Flood {

    private static final long STILL_NANOS = 500_000_000;
    private static final long HEAP_BYTES = 12_000_000;

    private final int count;
    private final AtomicInteger sent = new AtomicInteger();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final long heapBefore = usedHeap();

    /// Begins.
    Flood(RawWebSocket flooder, int count, IntFunction<byte[]> frames) {
        this.count = count;
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (sent.get() < count) {
                    flooder.send(frames.apply(sent.get()));
                    sent.incrementAndGet();
                }
                end.complete(null);
            } catch (Exception gone) {
                end.completeExceptionally(gone);
            }
        });
    }

    /// Waits until nothing more can be sent. The server has read little of it, and keeps no more than that.
    void awaitStandstill() {
        int[] last = {-1};
        long[] since = {0};
        Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(() -> {
            if (sent.get() != last[0]) {
                last[0] = sent.get();
                since[0] = System.nanoTime();
            }
            return System.nanoTime() - since[0] > STILL_NANOS;
        });
        assertThat(sent.get()).as("messages that could be sent").isLessThan(count);
        assertThat(usedHeap() - heapBefore).as("bytes of heap they cost").isLessThan(HEAP_BYTES);
    }

    /// What the flooder does when it has sent all.
    void andThen(AtOnce.Task last) {
        end.thenRun(() -> {
            try {
                last.run();
            } catch (Exception gone) {
                throw new IllegalStateException(gone);
            }
        });
    }

    void awaitEnd() throws Exception {
        end.get(20, TimeUnit.SECONDS);
    }

    private static long usedHeap() {
        System.gc();
        return getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
