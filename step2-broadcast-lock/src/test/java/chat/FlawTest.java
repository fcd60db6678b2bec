package chat;

import static java.lang.management.ManagementFactory.getMemoryMXBean;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is still wrong with this step. The next step has these tests too, and expects the opposite.
class FlawTest {

    private static final int MESSAGES = 100;
    private static final int BYTES = 100_000;
    private static final byte[] MESSAGE = Wire.frame(Wire.BINARY, Dialect.file(BYTES));

    private final WatchedRoom room = new WatchedRoom();
    private final TestServer server = TestServer.start(room);
    private RawWebSocket ada;
    private RawWebSocket bob;

    @BeforeEach
    void twoPeopleCome() throws Exception {
        ada = Dialect.member(server.port());
        bob = Dialect.member(server.port());
    }

    @AfterEach
    void stop() {
        ada.close();
        bob.close();
        server.close();
    }

    @Test
    void nobodyKnowsWhoSpoke() throws Exception {
        try (RawWebSocket carol = Dialect.member(server.port())) {
            ada.sendText("it was me");
            RawWebSocket.Received first = carol.read();
            bob.sendText("it was me");
            RawWebSocket.Received second = carol.read();
            assertThat(first).isEqualTo(new RawWebSocket.Received(Wire.TEXT, UTF_8.encode("it was me")))
                    .isEqualTo(second);
        }
    }

    /// What cannot leave is queued, and nothing bounds the queue: every message stays in memory, whole, until the
    /// reader reads again or goes.
    @Test
    void aStalledReaderCostsTheServerMemory() throws Exception {
        RawWebSocket stalled = RawWebSocket.open(server.port(), Dialect.path(), 4096);
        room.awaitSize(3);
        adaTalksToBob();
        settledHeap();
        List<Long> heap = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            heap.add(usedHeap());
            adaTalksToBob();
        }
        System.out.println("heap after each " + MESSAGES + " messages of " + BYTES + " bytes: " + heap);
        for (int i = 1; i < heap.size(); i++) {
            assertThat(heap.get(i) - heap.get(i - 1)).as("bytes of heap for %d messages", MESSAGES)
                    .isGreaterThan(MESSAGES * BYTES / 2);
        }
        assertThat((heap.getLast() - heap.getFirst()) / (heap.size() - 1) / MESSAGES).as("bytes of heap for a message")
                .isBetween((long) (0.8 * BYTES), (long) (1.3 * BYTES));
        stalled.reset();
        room.awaitSize(2);
        assertThat(settledHeap()).as("the heap when it has gone").isLessThan(heap.getFirst());
    }

    @Test
    void aReaderThatReadsCostsNone() throws Exception {
        adaTalksToBob();
        long before = usedHeap();
        adaTalksToBob();
        assertThat(usedHeap() - before).isLessThan(10L * BYTES);
    }

    private void adaTalksToBob() throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            ada.send(MESSAGE);
            bob.read();
        }
    }

    /// What earlier tests have left may need more than one collection to go.
    private static long settledHeap() throws InterruptedException {
        long before = Long.MAX_VALUE;
        long used = usedHeap();
        while (before - used > BYTES) {
            Thread.sleep(Duration.ofMillis(100));
            before = used;
            used = usedHeap();
        }
        return used;
    }

    private static long usedHeap() {
        System.gc();
        return getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
