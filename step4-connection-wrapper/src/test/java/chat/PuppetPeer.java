package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.edge.Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A far end without a network, and the connection to it. It does as it is told, and remembers what was done to it, in
/// order: the lines it was sent, `goodbye 1001 (why)`, `cut`.
final class PuppetPeer implements Peer {

    private static final int PATIENCE_SECONDS = 20;

    /// What becomes of what is sent to it.
    enum Manner {
        /// It takes everything, and answers a goodbye by going.
        POLITE,
        /// It takes everything, and does not answer a goodbye.
        RUDE,
        /// It takes nothing until it is told to; then it is polite.
        STALLED,
        /// Nothing has left for the write deadline.
        STUCK,
        /// The network is gone.
        BROKEN
    }

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private final CountDownLatch sending = new CountDownLatch(1);
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final Manner manner;
    private final Connection connection;
    private volatile boolean cut;

    /// @param options as on the command line
    PuppetPeer(Manner manner, String... options) throws Exception {
        this.manner = manner;
        this.connection = new Connection("ada", this, Options.parse(Settings.class, options));
    }

    Connection connection() {
        return connection;
    }

    static Message line(Object text) {
        return Message.said("bob", text.toString());
    }

    @Override
    public void send(List<Message> messages) throws IOException, InterruptedException {
        sending.countDown();
        if (manner == Manner.STUCK) {
            throw new WriteDeadline.Stuck("too slow, nothing could be written for 1 ms");
        } else if (manner == Manner.STALLED) {
            stalled.await();
        }
        if (manner == Manner.BROKEN || cut) {
            throw new IOException("broken");
        }
        messages.forEach(message -> happened.add(message.line()));
    }

    @Override
    public void close(int code, String reason) {
        happened.add("goodbye " + code + " (" + reason + ")");
        if (manner == Manner.POLITE || manner == Manner.STALLED) {
            connection.ended();
        }
    }

    @Override
    public void cut() {
        cut = true;
        happened.add("cut");
        stalled.countDown();
        connection.ended();
    }

    /// Waits until the writer is busy with this peer: from now on only the outbox takes anything.
    void awaitSending() throws InterruptedException {
        assertThat(sending.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /// Takes what it is sent from now on.
    void read() {
        stalled.countDown();
    }

    /// Waits for what happens next.
    String next() throws InterruptedException {
        @Nullable
        String next = happened.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next == null ? "" : next;
    }

    /// Waits until all this has happened, and nothing else before or in between.
    void sees(String... expected) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        while (seen.size() < expected.length) {
            seen.add(next());
        }
        assertThat(seen).containsExactly(expected);
    }

    /// All that has happened and was not asked for.
    List<String> rest() {
        List<String> rest = new ArrayList<>();
        happened.drainTo(rest);
        return rest;
    }
}
