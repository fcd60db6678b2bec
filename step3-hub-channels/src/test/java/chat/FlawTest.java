package chat;

import static java.lang.management.ManagementFactory.getMemoryMXBean;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is still wrong with this step; the next step has these tests too, and expects the opposite. And what was wrong
/// with the step before, and is not any more.
class FlawTest {

    private static final int MESSAGES = 100;
    private static final byte[] MESSAGE = Wire.frame(Wire.BINARY, Dialect.file(100_000));
    private static final int OUTBOX_BYTES = 4_194_304;
    private static final int BIG_FILE = 16_000_000;

    private final TestServer server = TestServer.start();
    private RawWebSocket ada;
    private RawWebSocket bob;

    @BeforeEach
    void twoPeopleCome() throws Exception {
        ada = Dialect.member(server.port(), "ada");
        bob = Dialect.member(server.port(), "bob");
        assertThat(Heard.of(ada.read())).isEqualTo(Heard.joined("bob", 2));
    }

    @AfterEach
    void stop() {
        ada.close();
        bob.close();
        server.close();
    }

    /// Its machine has lost power, say, and so it does not even end the connection. Nobody asks whether it is there.
    @Test
    void aSilentPeerStaysForEver() throws Exception {
        try (RawWebSocket silent = Dialect.member(server.port(), "silent")) {
            assertThat(silent.hearsNothingFor(Duration.ofMillis(1500))).as("not even a ping").isTrue();
            try (RawWebSocket cyd = RawWebSocket.open(server.port(), Dialect.path("cyd"))) {
                assertThat(Heard.of(cyd.read())).isEqualTo(Heard.joined("cyd", 4));
            }
        }
    }

    /// A writer takes all that the outbox holds and hands it over at once. What comes later, while it waits for a slow
    /// reader, is in the outbox when the goodbye overtakes it, even if that one goes on reading.
    @Test
    void whatWasAcceptedIsLostAtTheEnd() throws Exception {
        try (TestServer stopping = TestServer.start("--close-deadline=20s", "--stop-deadline=20s",
                "--file-limit=20000000", "--outbox-bytes=40000000");
                RawWebSocket slow = RawWebSocket.open(stopping.port(), Dialect.path("slow"), 4096)) {
            assertThat(Heard.of(slow.read())).isEqualTo(Heard.joined("slow", 1));
            try (RawWebSocket cyd = Dialect.member(stopping.port(), "cyd")) {
                assertThat(Heard.of(slow.read())).isEqualTo(Heard.joined("cyd", 2));
                cyd.send(Wire.BINARY, Dialect.file(BIG_FILE));
                assertThat(Heard.of(slow.read())).isEqualTo(Heard.file("cyd", "f"));
                cyd.sendText("this was accepted");
                assertThat(Heard.of(cyd.read())).isEqualTo(Heard.said("cyd", "this was accepted"));
                Thread.ofPlatform().start(stopping::close);
                assertThat(cyd.closing().code()).isEqualTo(1001);
                assertThat(slow.read().bytes()).hasSize(BIG_FILE);
                assertThat(RawWebSocket.closeOf(slow.read()).code()).isEqualTo(1001);
            }
        }
    }

    /// Step 2's `nobodyKnowsWhoSpoke`.
    @Test
    void everybodyKnowsWhoSpoke() throws Exception {
        try (RawWebSocket cyd = Dialect.member(server.port(), "cyd")) {
            ada.sendText("it was me");
            assertThat(Heard.of(cyd.read())).isEqualTo(Heard.said("ada", "it was me"));
            bob.sendText("it was me");
            assertThat(Heard.of(cyd.read())).isEqualTo(Heard.said("bob", "it was me"));
        }
    }

    /// Step 2's `aStalledReaderCostsTheServerMemory`: ten million bytes a round there, without end.
    @Test
    void aStalledReaderCostsNoMoreThanItsOutbox() throws Exception {
        adaTalksToBob();
        long before = usedHeap();
        try (RawWebSocket stalled = RawWebSocket.open(server.port(), Dialect.path("stalled"), 4096)) {
            assertThat(Heard.of(stalled.read())).isEqualTo(Heard.joined("stalled", 3));
            assertThat(Heard.of(bob.read())).isEqualTo(Heard.joined("stalled", 3));
            assertThat(adaTalksToBob()).as("news besides the files").containsExactly(Heard.left("stalled", 2));
            for (int i = 0; i < 3; i++) {
                assertThat(usedHeap() - before).as("bytes of heap that it costs").isLessThan(OUTBOX_BYTES + 1_000_000);
                assertThat(adaTalksToBob()).isEmpty();
            }
        }
    }

    /// Returns what Bob hears besides.
    private List<Heard> adaTalksToBob() throws Exception {
        List<Heard> news = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            ada.send(MESSAGE);
            for (Heard next = Heard.of(bob.read()); next.type() != Heard.FILE; next = Heard.of(bob.read())) {
                news.add(next);
            }
            assertThat(bob.read().first()).isEqualTo(Wire.BINARY);
        }
        return news;
    }

    private static long usedHeap() {
        System.gc();
        return getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
