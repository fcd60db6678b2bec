package chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What fits, who waits, and in which order. Here an item is its own weight.
class MailboxTest {

    private final Mailbox<Integer> mailbox = new Mailbox<>(3, 10, Integer::intValue);

    @Test
    void itHoldsSoManyItemsHoweverLight() {
        fill(0, 0, 0);
        assertThat(mailbox.offer(0)).isFalse();
    }

    @Test
    void itHoldsSoManyBytesHoweverFewTheItems() {
        fill(4);
        assertThat(mailbox.offer(7)).isFalse();
        fill(6);
        assertThat(mailbox.offer(1)).isFalse();
        fill(0);
    }

    @Test
    void whatIsRefusedCostsNothing() throws Exception {
        fill(1, 1, 1);
        assertThat(mailbox.offer(1)).isFalse();
        mailbox.done(mailbox.takeAll());
        fill(10);
    }

    @Test
    void anItemHeavierThanTheWholeMailboxFitsWhenItIsEmpty() throws Exception {
        fill(1_000_000);
        assertThat(mailbox.offer(1)).isFalse();
        mailbox.done(mailbox.takeAll());
        fill(1);
        assertThat(mailbox.offer(1_000_000)).isFalse();
        mailbox.done(mailbox.takeAll());
        mailbox.put(Integer.MAX_VALUE);
        assertThat(mailbox.take()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void whatIsTakenCountsUntilItsTakerIsDone() throws Exception {
        fill(10);
        List<Integer> taken = mailbox.takeAll();
        assertThat(mailbox.offer(1)).isFalse();
        mailbox.done(taken);
        fill(10);
    }

    @Test
    void whatIsTakenGivesItsPlaceBackAtOnce() throws Exception {
        fill(0, 0, 0);
        mailbox.take();
        fill(0);
    }

    @Test
    void allThereIsIsTakenAtOnceInOrder() throws Exception {
        fill(3, 2, 1);
        assertThat(mailbox.takeAll()).containsExactly(3, 2, 1);
    }

    @Test
    void oneIsTakenAndTheRestStays() throws Exception {
        fill(3, 2, 1);
        assertThat(mailbox.take()).isEqualTo(3);
        assertThat(mailbox.takeAll()).containsExactly(2, 1);
    }

    @Test
    void aTakerWaitsForAnItem() throws Exception {
        Waiting<Integer> taker = Waiting.in(mailbox::take);
        fill(1);
        assertThat(taker.returns()).isEqualTo(1);
    }

    @Test
    void eachOfTwoTakersGetsOne() throws Exception {
        Waiting<Integer> one = Waiting.in(mailbox::take);
        Waiting<Integer> other = Waiting.in(mailbox::take);
        fill(1, 2);
        assertThat(List.of(one.returns(), other.returns())).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whoPutsWaitsForBytesAndGoesOn() throws Exception {
        fill(10);
        Waiting<Boolean> putter = Waiting.in(() -> mailbox.put(5));
        List<Integer> taken = mailbox.takeAll();
        mailbox.done(List.of());
        assertThat(mailbox.offer(1)).as("a place is free, no byte is").isFalse();
        mailbox.done(taken);
        putter.returns();
        assertThat(mailbox.take()).isEqualTo(5);
    }

    @Test
    void whoPutsWaitsForAPlaceAndGoesOn() throws Exception {
        fill(1, 1, 1);
        Waiting<Boolean> putter = Waiting.in(() -> mailbox.put(5));
        mailbox.take();
        putter.returns();
        assertThat(mailbox.takeAll()).containsExactly(1, 1, 5);
    }

    @Test
    void whoWaitsLongestIsFirst() throws Exception {
        fill(1, 1, 1);
        List<Waiting<Boolean>> putters = IntStream.range(0, 3)
                .mapToObj(number -> Waiting.in(() -> mailbox.put(number))).toList();
        for (int number = 0; number < 3; number++) {
            mailbox.take();
            putters.get(number).returns();
            assertThat(putters.subList(number + 1, 3)).allMatch(Waiting::waits);
        }
        assertThat(mailbox.takeAll()).containsExactly(0, 1, 2);
    }

    @Test
    void somethingHeavyThatWaitsIsNotOvertakenBySomethingLightThatWaits() throws Exception {
        fill(5);
        Waiting<Boolean> heavy = Waiting.in(() -> mailbox.put(8));
        Waiting<Boolean> light = Waiting.in(() -> mailbox.put(1));
        mailbox.done(mailbox.takeAll());
        heavy.returns();
        light.returns();
        assertThat(mailbox.takeAll()).containsExactly(8, 1);
    }

    @Test
    void whoGivesUpWaitingLeavesNothingBehind() throws Exception {
        fill(10);
        Waiting<Boolean> first = Waiting.in(() -> mailbox.put(9));
        Waiting<Boolean> second = Waiting.in(() -> mailbox.put(7));
        first.interrupt();
        assertThatThrownBy(first::returns).hasCauseInstanceOf(InterruptedException.class);
        mailbox.done(mailbox.takeAll());
        second.returns();
        mailbox.done(mailbox.takeAll());
        fill(10);
    }

    private void fill(int... items) {
        for (int item : items) {
            assertThat(mailbox.offer(item)).as("room for %d", item).isTrue();
        }
    }
}
