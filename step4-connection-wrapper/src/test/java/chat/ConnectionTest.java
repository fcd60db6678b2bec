package chat;

import static chat.PuppetPeer.Manner.POLITE;
import static chat.PuppetPeer.Manner.STALLED;
import static chat.PuppetPeer.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.edge.Frame;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reading and writing, without a network: who waits, and who is told what.
class ConnectionTest {

    private static final Frame HI = Frame.text("hi");
    private static final Frame BYE = Frame.text("bye");

    @Test
    void readWaitsUntilThePeerSaysSomething() throws Exception {
        Connection connection = new PuppetPeer(POLITE).connection();
        Waiting<Frame> reader = Waiting.in(connection::read);
        assertThat(connection.offerReceived(HI)).isTrue();
        assertThat(reader.returns()).isEqualTo(HI);
    }

    @Test
    void allWhoReadAreWokenByACloseAndTold() throws Exception {
        Connection connection = new PuppetPeer(POLITE).connection();
        List<Waiting<Frame>> readers = IntStream.range(0, 3).mapToObj(_ -> Waiting.in(connection::read)).toList();
        connection.close(1008, "no such file");
        readers.forEach(reader -> reader.isRefused("no such file"));
    }

    @Test
    void whoReadsIsWokenWhenThePeerGoesAndTold() throws Exception {
        Connection connection = new PuppetPeer(POLITE).connection();
        Waiting<Frame> reader = Waiting.in(connection::read);
        connection.ended();
        reader.isRefused("the peer has gone");
    }

    @Test
    void whatThePeerSaidBeforeItsEndIsStillRead() throws Exception {
        Connection connection = new PuppetPeer(POLITE).connection();
        connection.putReceived(HI);
        connection.putReceived(BYE);
        connection.ended();
        assertThat(connection.offerReceived(HI)).isFalse();
        assertThat(connection.read()).isEqualTo(HI);
        assertThat(connection.read()).isEqualTo(BYE);
        assertThatThrownBy(connection::read).isInstanceOf(Mailbox.Closed.class).hasMessage("the peer has gone");
    }

    @Test
    void theInboxIsBoundedInMessages() throws Exception {
        Connection connection = new PuppetPeer(POLITE, "--inbox-messages=2").connection();
        connection.putReceived(HI);
        connection.putReceived(HI);
        assertThat(connection.offerReceived(HI)).isFalse();
        Waiting<Boolean> door = Waiting.in(() -> connection.putReceived(BYE));
        connection.read();
        door.returns();
        assertThat(connection.offerReceived(HI)).isFalse();
    }

    @Test
    void theInboxIsBoundedInBytes() throws Exception {
        Connection connection = new PuppetPeer(POLITE, "--inbox-bytes=5").connection();
        connection.putReceived(HI);
        connection.putReceived(BYE);
        assertThat(connection.offerReceived(HI)).isFalse();
        Waiting<Boolean> door = Waiting.in(() -> connection.putReceived(HI));
        connection.close(1008, "too much");
        door.isRefused("too much");
    }

    @Test
    void writeWaitsForRoom() throws Exception {
        PuppetPeer peer = new PuppetPeer(STALLED, "--outbox-messages=1");
        fill(peer);
        Waiting<Boolean> writer = Waiting.in(() -> peer.connection().write(line("three")));
        peer.read();
        writer.returns();
        peer.sees("bob: one", "bob: two", "bob: three");
    }

    @Test
    void allWhoWriteAreWokenByACloseAndTold() throws Exception {
        PuppetPeer peer = new PuppetPeer(STALLED, "--outbox-messages=1");
        fill(peer);
        List<Waiting<Boolean>> writers = IntStream.range(0, 3)
                .mapToObj(number -> Waiting.in(() -> peer.connection().write(line(number)))).toList();
        peer.connection().close(1001, "enough");
        writers.forEach(writer -> writer.isRefused("enough"));
        peer.read();
        peer.sees("bob: one", "bob: two", "goodbye 1001 (enough)");
    }

    @Test
    void offerNeverWaitsAndWhoeverHasNoRoomForAMessageIsClosed() throws Exception {
        PuppetPeer peer = new PuppetPeer(STALLED, "--outbox-messages=1");
        fill(peer);
        assertThat(peer.connection().offer(line("three"))).isFalse();
        assertThat(peer.connection().offer(line("four"))).isFalse();
        peer.read();
        peer.sees("bob: one", "bob: two", "goodbye 1008 (too slow)");
    }

    @Test
    void theOutboxIsBoundedInBytesToo() throws Exception {
        PuppetPeer peer = new PuppetPeer(STALLED, "--outbox-bytes=100");
        assertThat(peer.connection().offer(line("x".repeat(100)))).as("heavier than all, but it is empty").isTrue();
        peer.awaitSending();
        assertThat(peer.connection().offer(line("two"))).as("what is being sent counts").isFalse();
    }

    @Test
    void whoOffersTooLateIsRefused() throws Exception {
        PuppetPeer peer = new PuppetPeer(POLITE);
        peer.connection().close(1001, "enough");
        assertThat(peer.connection().offer(line("one"))).isFalse();
        assertThatThrownBy(() -> peer.connection().write(line("two"))).isInstanceOf(Mailbox.Closed.class)
                .hasMessage("enough");
        peer.sees("goodbye 1001 (enough)");
    }

    /// One message is with the stalled peer, and one fills the outbox.
    private static void fill(PuppetPeer peer) throws Exception {
        assertThat(peer.connection().offer(line("one"))).isTrue();
        peer.awaitSending();
        assertThat(peer.connection().offer(line("two"))).isTrue();
    }
}
