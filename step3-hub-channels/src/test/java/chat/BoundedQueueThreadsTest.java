package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Several threads at the same queue.
class BoundedQueueThreadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BoundedQueue<Item> queue = new BoundedQueue<>(3, 10);

    @Test
    void aTakerWaitsForAnItem() throws Exception {
        List<Item> taken = new ArrayList<>();
        Thread taker = start(() -> taken.addAll(queue.take()));
        awaitWaiting(taker);
        fill(1);
        assertThat(taker.join(PATIENCE)).isTrue();
        assertThat(taken).containsExactly(Item.of(1));
    }

    @Test
    void whoPutsWaitsForBytesAndGoesOn() throws Exception {
        fill(10);
        Thread putter = start(() -> queue.put(Item.of(5)));
        awaitWaiting(putter);
        List<Item> taken = queue.take();
        assertThat(putter.getState()).isEqualTo(Thread.State.WAITING);
        queue.done(taken);
        assertThat(putter.join(PATIENCE)).isTrue();
        assertThat(queue.take()).containsExactly(Item.of(5));
    }

    @Test
    void whoPutsWaitsForAPlaceAndGoesOn() throws Exception {
        fill(1, 1, 1);
        Thread putter = start(() -> queue.put(Item.of(5)));
        awaitWaiting(putter);
        List<Item> taken = new ArrayList<>(queue.take());
        assertThat(putter.join(PATIENCE)).isTrue();
        if (taken.size() == 3) {
            taken.addAll(queue.take());
        }
        assertThat(taken).containsExactly(Item.of(1), Item.of(1), Item.of(1), Item.of(5));
    }

    @Test
    void whoWaitsWithSomethingHeavyIsNotOvertakenByTheLight() throws Exception {
        fill(5);
        Thread putter = start(() -> queue.put(Item.of(8)));
        awaitWaiting(putter);
        assertThat(queue.offer(Item.of(1))).isFalse();
        queue.done(queue.take());
        assertThat(putter.join(PATIENCE)).isTrue();
        assertThat(queue.offer(Item.of(2))).isTrue();
    }

    @Test
    void whoGivesUpWaitingLeavesNothingBehind() throws Exception {
        fill(1, 1, 1);
        Thread forAPlace = start(() -> queue.put(Item.of(5)));
        awaitWaiting(forAPlace);
        Thread forBytes = start(() -> queue.put(Item.of(5)));
        awaitWaiting(forBytes);
        for (Thread waiting : List.of(forBytes, forAPlace)) {
            waiting.interrupt();
            assertThat(waiting.join(PATIENCE)).isTrue();
        }
        List<Item> taken = queue.take();
        assertThat(taken).hasSize(3);
        queue.done(taken);
        assertThat(queue.offer(Item.of(10))).as("all bytes are free").isTrue();
    }

    @Test
    void manyProducersLoseNothingAndEachKeepsItsOrder() throws Exception {
        int producers = 8;
        int each = 2_000;
        CountDownLatch begin = new CountDownLatch(1);
        for (int producer = 0; producer < producers; producer++) {
            int self = producer;
            start(() -> {
                begin.await();
                for (int i = 0; i < each; i++) {
                    Item item = new Item(self, i, i % 12);
                    if (i % 2 == 0 || !queue.offer(item)) {
                        queue.put(item);
                    }
                }
            });
        }
        begin.countDown();
        List<List<Integer>> received = IntStream.range(0, producers)
                .<List<Integer>>mapToObj(_ -> new ArrayList<>()).toList();
        for (int count = 0; count < producers * each;) {
            List<Item> taken = queue.take();
            assertThat(taken).as("the one waited for, and a full queue").hasSizeLessThanOrEqualTo(1 + 3);
            taken.forEach(item -> received.get(item.producer()).add(item.number()));
            count += taken.size();
            queue.done(taken);
        }
        assertThat(received).allSatisfy(numbers -> assertThat(numbers)
                .containsExactlyElementsOf(IntStream.range(0, each).boxed().toList()));
        assertThat(queue.offer(Item.of(10))).as("all bytes are free").isTrue();
    }

    private void fill(int... sizes) {
        for (int size : sizes) {
            assertThat(queue.offer(Item.of(size))).isTrue();
        }
    }

    private interface Task {
        void run() throws InterruptedException;
    }

    private static Thread start(Task task) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                task.run();
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void awaitWaiting(Thread thread) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2))
                .until(() -> thread.getState() == Thread.State.WAITING);
    }
}
