package chat;

import static chat.PuppetPeer.Manner.BROKEN;
import static chat.PuppetPeer.Manner.POLITE;
import static chat.PuppetPeer.Manner.RUDE;
import static chat.PuppetPeer.Manner.STALLED;
import static chat.PuppetPeer.Manner.STUCK;
import static chat.PuppetPeer.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The one way to end, without a network: from every state, by everyone, and all at once.
class ConnectionEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SOON = "--close-deadline=20ms";
    private static final String A_SECOND = "--close-deadline=1s";
    private static final String NEVER = "--close-deadline=600s";
    private static final String TOO_SLOW = "too slow, nothing could be written for 1 ms";

    @Test
    void whatWasAcceptedIsSentThenThePeerIsToldThenItIsGone() throws Exception {
        PuppetPeer peer = new PuppetPeer(STALLED, NEVER);
        peer.connection().offer(line("one"));
        peer.awaitSending();
        peer.connection().offer(line("two"));
        assertThat(peer.connection().close(1008, "no such file")).isTrue();
        assertThat(peer.connection().awaitGone(Duration.ZERO)).as("it waits for what is left").isFalse();
        peer.read();
        peer.sees("bob: one", "bob: two", "goodbye 1008 (no such file)");
        assertThat(peer.connection().awaitGone(PATIENCE)).isTrue();
        assertThat(peer.rest()).isEmpty();
    }

    @Test
    void onlyTheFirstCloseCounts() throws Exception {
        PuppetPeer peer = new PuppetPeer(RUDE, NEVER);
        assertThat(peer.connection().close(4001, "that name is taken")).isTrue();
        assertThat(peer.connection().close(1001, "the server is stopping")).isFalse();
        peer.sees("goodbye 4001 (that name is taken)");
        peer.connection().ended();
        assertThat(peer.connection().close(1001, "the server is stopping")).isFalse();
        assertThat(peer.rest()).isEmpty();
    }

    @Test
    void ofManyWhoCloseAtOnceOneIsFirstAndThePeerHearsFromThatOneAlone() throws Exception {
        for (int round = 0; round < 100; round++) {
            PuppetPeer peer = new PuppetPeer(RUDE, NEVER);
            AtomicInteger first = new AtomicInteger();
            List<AtOnce.Task> closers = new ArrayList<>();
            for (int code = 4001; code <= 4008; code++) {
                int mine = code;
                closers.add(() -> {
                    if (peer.connection().close(mine, "I was first")) {
                        first.addAndGet(mine);
                    }
                });
            }
            peer.connection().offer(line("one"));
            assertThat(AtOnce.run(closers)).isEmpty();
            peer.sees("bob: one", "goodbye " + first + " (I was first)");
            peer.connection().ended();
            assertThat(peer.rest()).isEmpty();
        }
    }

    @Test
    void aPeerThatNeverTakesAnythingIsCutOffAfterTheCloseDeadline() throws Exception {
        PuppetPeer peer = new PuppetPeer(STALLED, SOON);
        peer.connection().offer(line("one"));
        peer.awaitSending();
        peer.connection().close(1001, "enough");
        peer.sees("cut");
        assertThat(peer.connection().awaitGone(PATIENCE)).isTrue();
    }

    @Test
    void aPeerThatDoesNotAnswerAGoodbyeIsCutOffAfterTheCloseDeadline() throws Exception {
        PuppetPeer peer = new PuppetPeer(RUDE, A_SECOND);
        peer.connection().close(1001, "enough");
        peer.sees("goodbye 1001 (enough)", "cut");
    }

    @Test
    void aPeerThatIsStuckIsToldWhy() throws Exception {
        PuppetPeer peer = new PuppetPeer(STUCK, A_SECOND);
        peer.connection().offer(line("one"));
        peer.sees("goodbye 1008 (" + TOO_SLOW + ")", "cut");
        assertThat(peer.connection().offer(line("two"))).isFalse();
    }

    /// Whoever began the end decides what the peer is told, even if it gets stuck at the same moment.
    @Test
    void aPeerThatIsStuckWhileSomebodyClosesHearsOneOfBothReasons() throws Exception {
        for (int round = 0; round < 3000; round++) {
            PuppetPeer peer = new PuppetPeer(STUCK, NEVER);
            Connection connection = peer.connection();
            connection.offer(line("one"));
            boolean first = connection.close(4001, "that name is taken");
            assertThat(peer.next())
                    .isEqualTo(first ? "goodbye 4001 (that name is taken)" : "goodbye 1008 (" + TOO_SLOW + ")");
            connection.ended();
            assertThat(peer.rest()).isEmpty();
        }
    }

    @Test
    void aBrokenConnectionEnds() throws Exception {
        PuppetPeer peer = new PuppetPeer(BROKEN, SOON);
        Waiting<?> reader = Waiting.in(peer.connection()::read);
        peer.connection().offer(line("one"));
        assertThat(peer.connection().awaitGone(PATIENCE)).isTrue();
        reader.isRefused("the connection is broken");
        peer.sees("cut");
    }

    @Test
    void aPeerThatGoesFirstHearsNothingMore() throws Exception {
        PuppetPeer peer = new PuppetPeer(POLITE, SOON);
        peer.connection().ended();
        peer.connection().ended();
        assertThat(peer.connection().close(1001, "enough")).isFalse();
        assertThat(peer.connection().offer(line("one"))).isFalse();
        assertThat(peer.connection().awaitGone(PATIENCE)).isTrue();
        assertThat(peer.rest()).isEmpty();
    }

    @Test
    void aPeerThatGoesWhileItIsBeingClosedIsNotCutOff() throws Exception {
        PuppetPeer peer = new PuppetPeer(STALLED, A_SECOND);
        peer.connection().offer(line("one"));
        peer.awaitSending();
        peer.connection().close(1001, "enough");
        peer.connection().ended();
        peer.read();
        assertThat(peer.connection().awaitGone(PATIENCE)).isTrue();
        peer.sees("bob: one");
    }
}
