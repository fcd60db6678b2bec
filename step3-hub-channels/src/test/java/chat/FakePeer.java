package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// A far end without a network. It hears lines, as a terminal does, and can stop reading.
final class FakePeer implements Peer {

    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<String> closings = new CopyOnWriteArrayList<>();
    private final CountDownLatch sending = new CountDownLatch(1);
    private final CountDownLatch reads;

    private FakePeer(boolean reads) {
        this.reads = new CountDownLatch(reads ? 0 : 1);
    }

    static FakePeer reading() {
        return new FakePeer(true);
    }

    /// Everything that is sent to it waits until it reads.
    static FakePeer stalled() {
        return new FakePeer(false);
    }

    @Override
    public void send(List<Message> messages) throws InterruptedException {
        sending.countDown();
        reads.await();
        messages.forEach(message -> heard.add(message.line()));
    }

    @Override
    public void close(int code, String reason) {
        closings.add(code + " " + reason);
    }

    /// Waits until the writer waits for this peer: from now on only the outbox takes anything.
    void awaitSending() throws InterruptedException {
        assertThat(sending.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /// Reads from now on.
    void read() {
        reads.countDown();
    }

    /// The next lines it hears, as many as are expected.
    void hears(String... lines) throws InterruptedException {
        List<String> next = new ArrayList<>();
        while (next.size() < lines.length) {
            String line = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("what follows %s", next).isNotNull();
            next.add(line);
        }
        assertThat(next).containsExactly(lines);
    }

    /// What it has not been asked for.
    List<String> unheard() {
        return List.copyOf(heard);
    }

    /// How it was closed: code and reason of each time.
    List<String> closings() {
        return closings;
    }

    void awaitClosing(String... codeAndReason) {
        Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> !closings.isEmpty());
        assertThat(closings).containsExactly(codeAndReason);
    }
}
