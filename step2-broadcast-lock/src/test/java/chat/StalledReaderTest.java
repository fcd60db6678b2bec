package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Somebody reads nothing, and twelve files wait for that one. Nobody else does: each of these is over in a moment.
@Timeout(40)
class StalledReaderTest {

    private static final int FILE_BYTES = 1_048_576;
    private static final int FILES = 12;

    private final TestServer server = TestServer.start("--close-deadline=500ms");
    private Dialect talk;
    private RawWebSocket stalled;

    @BeforeEach
    void oneStopsReading() throws Exception {
        talk = Dialect.open(server);
        stalled = RawWebSocket.open(server.port(), Dialect.path(), 4096);
        stalled.send(Wire.PING, new byte[0]);
        assertThat(stalled.pong()).isEmpty();
        for (int i = 0; i < FILES; i++) {
            talk.speaker().send(Wire.BINARY, Dialect.file(FILE_BYTES));
            assertThat(talk.heardFile()).hasSize(FILE_BYTES);
        }
    }

    @AfterEach
    void stop() throws Exception {
        talk.close();
        stalled.close();
        server.close();
    }

    @Test
    void nobodysTalkWaits() throws Exception {
        for (int i = 0; i < 1000; i++) {
            talk.speaker().sendText("message " + i);
            assertThat(talk.heard()).isEqualTo("message " + i);
        }
    }

    @Test
    void nobodysConnectOrLeaveWaits() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (RawWebSocket newcomer = Dialect.member(server.port())) {
                talk.speaker().sendText("welcome " + i);
                assertThat(newcomer.read().text()).isEqualTo("welcome " + i);
                assertThat(talk.heard()).isEqualTo("welcome " + i);
                newcomer.sendClose(1000);
                assertThat(newcomer.closing().code()).isEqualTo(1000);
            }
        }
    }

    @Test
    void theStalledReaderLosesNothingIfItGoesOnReading() throws Exception {
        for (int i = 0; i < FILES; i++) {
            assertThat(stalled.read().bytes()).isEqualTo(Dialect.file(FILE_BYTES));
        }
        talk.speaker().sendText("hello again");
        assertThat(stalled.read().text()).isEqualTo("hello again");
    }

    @Test
    void theStalledReaderIsHeardWhenItTalks() throws Exception {
        stalled.sendText("I do not read");
        assertThat(talk.heard()).isEqualTo("I do not read");
    }

    @Test
    void nobodyMindsWhenTheStalledReaderDies() throws Exception {
        stalled.reset();
        talk.speaker().sendText("it has gone");
        assertThat(talk.heard()).isEqualTo("it has gone");
    }
}
