package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedQueueTest {

    private final BoundedQueue<Item> queue = new BoundedQueue<>(3, 10);

    @Test
    void itHoldsSoManyItemsHoweverLight() {
        assertThat(queue.offer(Item.of(0))).isTrue();
        assertThat(queue.offer(Item.of(0))).isTrue();
        assertThat(queue.offer(Item.of(0))).isTrue();
        assertThat(queue.offer(Item.of(0))).isFalse();
    }

    @Test
    void itHoldsSoManyBytesHoweverFewTheItems() {
        assertThat(queue.offer(Item.of(4))).isTrue();
        assertThat(queue.offer(Item.of(7))).isFalse();
        assertThat(queue.offer(Item.of(6))).isTrue();
        assertThat(queue.offer(Item.of(1))).isFalse();
        assertThat(queue.offer(Item.of(0))).isTrue();
    }

    @Test
    void whatIsRefusedCostsNothing() throws Exception {
        fill(1, 1, 1);
        assertThat(queue.offer(Item.of(1))).isFalse();
        queue.done(queue.take());
        assertThat(queue.offer(Item.of(10))).isTrue();
    }

    @Test
    void anItemHeavierThanTheWholeQueueFitsWhenItIsEmpty() throws Exception {
        assertThat(queue.offer(Item.of(1_000_000))).isTrue();
        assertThat(queue.offer(Item.of(1))).isFalse();
        queue.done(queue.take());
        fill(1);
        assertThat(queue.offer(Item.of(1_000_000))).isFalse();
    }

    @Test
    void whatIsTakenCountsUntilItsTakerIsDone() throws Exception {
        fill(10);
        List<Item> taken = queue.take();
        assertThat(queue.offer(Item.of(1))).isFalse();
        queue.done(taken);
        assertThat(queue.offer(Item.of(10))).isTrue();
    }

    @Test
    void allThereIsIsTakenAtOnceInOrder() throws Exception {
        fill(3, 2, 1);
        assertThat(queue.take()).containsExactly(Item.of(3), Item.of(2), Item.of(1));
    }

    private void fill(int... sizes) {
        for (int size : sizes) {
            assertThat(queue.offer(Item.of(size))).isTrue();
        }
    }
}
