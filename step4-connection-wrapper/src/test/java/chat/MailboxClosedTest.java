package chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The end, which a `BlockingQueue` does not have.
class MailboxClosedTest {

    private static final int OFFERS = 10_000;

    private final Mailbox<Integer> mailbox = new Mailbox<>(3, 10, Integer::intValue);

    @Test
    void nothingGoesInAnyMore() {
        mailbox.close("enough");
        assertThat(mailbox.offer(0)).isFalse();
        assertThatThrownBy(() -> mailbox.put(0)).isInstanceOf(Mailbox.Closed.class).hasMessage("enough");
    }

    @Test
    void whatIsInsideStillComesOut() throws Exception {
        mailbox.put(1);
        mailbox.put(2);
        mailbox.put(3);
        mailbox.close("enough");
        assertThat(mailbox.take()).isEqualTo(1);
        assertThat(mailbox.takeAll()).containsExactly(2, 3);
        assertThatThrownBy(mailbox::take).isInstanceOf(Mailbox.Closed.class).hasMessage("enough");
        assertThatThrownBy(mailbox::takeAll).isInstanceOf(Mailbox.Closed.class).hasMessage("enough");
    }

    @Test
    void allWhoWaitForAnItemAreWokenAndTold() {
        List<Waiting<Integer>> takers = IntStream.range(0, 5).mapToObj(_ -> Waiting.in(mailbox::take)).toList();
        mailbox.close("enough");
        takers.forEach(taker -> taker.isRefused("enough"));
    }

    @Test
    void allWhoWaitForRoomAreWokenAndTold() throws Exception {
        mailbox.put(10);
        List<Waiting<Boolean>> putters = IntStream.range(0, 5)
                .mapToObj(_ -> Waiting.in(() -> mailbox.put(1))).toList();
        mailbox.close("enough");
        putters.forEach(putter -> putter.isRefused("enough"));
        assertThat(mailbox.takeAll()).containsExactly(10);
    }

    @Test
    void theFirstReasonStands() {
        mailbox.close("enough");
        mailbox.close("more than enough");
        assertThatThrownBy(mailbox::take).hasMessage("enough");
    }

    @Test
    void whatWasAcceptedComesOutAndWhatWasRefusedDoesNot() throws Exception {
        for (int round = 0; round < 20; round++) {
            raceOffersAgainstClose();
        }
    }

    private static void raceOffersAgainstClose() throws Exception {
        Mailbox<Integer> mailbox = new Mailbox<>(OFFERS, OFFERS, _ -> 1);
        List<Integer> accepted = Collections.synchronizedList(new ArrayList<>());
        List<Integer> received = new ArrayList<>();
        int closeAt = ThreadLocalRandom.current().nextInt(OFFERS / 2);
        assertThat(AtOnce.run(List.of(
                () -> offer(mailbox, 0, accepted),
                () -> offer(mailbox, OFFERS / 2, accepted),
                () -> takeUntilClosed(mailbox, received),
                () -> {
                    while (accepted.size() < closeAt) {
                        Thread.onSpinWait();
                    }
                    mailbox.close("enough");
                }))).isEmpty();
        assertThat(received).containsExactlyInAnyOrderElementsOf(accepted);
    }

    /// By both ways in, in turn.
    private static void offer(Mailbox<Integer> mailbox, int first, List<Integer> accepted) throws Exception {
        for (int number = first; number < first + OFFERS / 2; number++) {
            try {
                if (number % 2 == 0) {
                    mailbox.put(number);
                    accepted.add(number);
                } else if (mailbox.offer(number)) {
                    accepted.add(number);
                }
            } catch (Mailbox.Closed refused) {
                assertThat(refused.reason()).isEqualTo("enough");
            }
        }
    }

    private static void takeUntilClosed(Mailbox<Integer> mailbox, List<Integer> received) throws Exception {
        try {
            while (true) {
                List<Integer> taken = mailbox.takeAll();
                received.addAll(taken);
                mailbox.done(taken);
            }
        } catch (Mailbox.Closed over) {
            assertThat(over.reason()).isEqualTo("enough");
        }
    }
}
