package chat;

import static chat.Heard.joined;
import static chat.Heard.left;
import static chat.Heard.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody reads nothing, and twelve files wait for that one, in an outbox large enough. Nobody else waits, and
/// nothing is lost.
class StalledReaderTest {

    private static final int FILE_BYTES = 1_048_576;
    private static final int FILES = 12;

    private final TestServer server = TestServer.start("--outbox-bytes=33554432", "--outbox-messages=10000",
            "--close-deadline=500ms");
    private RawWebSocket stalled;
    private RawWebSocket bob;
    private RawWebSocket ada;

    @BeforeEach
    void oneStopsReading() throws Exception {
        stalled = RawWebSocket.open(server.port(), Dialect.path("stalled"), 4096);
        assertThat(Heard.next(stalled)).isEqualTo(joined("stalled", 1));
        bob = Dialect.member(server.port(), "bob");
        ada = Dialect.member(server.port(), "ada");
        assertThat(Heard.next(bob)).isEqualTo(joined("ada", 3));
        for (int i = 0; i < FILES; i++) {
            ada.send(Wire.BINARY, Dialect.file(FILE_BYTES));
            assertThat(Heard.next(bob)).isEqualTo(Heard.file("ada", "f"));
            assertThat(bob.read().bytes()).hasSize(FILE_BYTES);
        }
    }

    @AfterEach
    void stop() {
        stalled.close();
        bob.close();
        ada.close();
        server.close();
    }

    @Test
    void nobodysTalkWaits() throws Exception {
        for (int i = 0; i < 1000; i++) {
            ada.sendText("message " + i);
            othersHear(said("ada", "message " + i));
        }
    }

    @Test
    void nobodysConnectOrLeaveWaits() throws Exception {
        for (int i = 0; i < 20; i++) {
            String name = "guest " + i;
            try (RawWebSocket newcomer = RawWebSocket.open(server.port(), Dialect.path(name))) {
                assertThat(Heard.next(newcomer)).isEqualTo(joined(name, 4));
                othersHear(joined(name, 4));
            }
            othersHear(left(name, 3));
        }
    }

    @Test
    void theStalledReaderLosesNothingIfItGoesOnReading() throws Exception {
        ada.sendText("that was all");
        assertThat(Heard.next(stalled, 2)).containsExactly(joined("bob", 2), joined("ada", 3));
        for (int i = 0; i < FILES; i++) {
            assertThat(Heard.next(stalled)).isEqualTo(Heard.file("ada", "f"));
            assertThat(stalled.read().bytes()).isEqualTo(Dialect.file(FILE_BYTES));
        }
        assertThat(Heard.next(stalled)).isEqualTo(said("ada", "that was all"));
        stalled.sendText("I am back");
        assertThat(Heard.next(stalled)).isEqualTo(said("stalled", "I am back"));
    }

    @Test
    void theStalledReaderIsHeardWhenItTalks() throws Exception {
        stalled.sendText("I do not read");
        othersHear(said("stalled", "I do not read"));
    }

    @Test
    void theStalledReaderLeavesOnceWhenItDies() throws Exception {
        stalled.reset();
        othersHear(left("stalled", 2));
        try (RawWebSocket _ = Dialect.member(server.port(), "stalled")) {
            othersHear(joined("stalled", 3));
        }
    }

    private void othersHear(Heard news) throws Exception {
        assertThat(Heard.next(ada)).isEqualTo(news);
        assertThat(Heard.next(bob)).isEqualTo(news);
    }
}
