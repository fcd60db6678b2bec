package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The closing handshake (RFC 6455, sections 5.5.1 and 7).
class ClosingTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4001, 4999})
    void aCloseIsAnsweredWithItsOwnCode(int code) throws Exception {
        assertAnswered(Wire.closing(code, "goodbye"), code);
    }

    @Test
    void anEmptyCloseIsAnsweredWith1000() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.CLOSE, new byte[0]);
            assertThat(talk.speaker().closing().code()).isIn(1000, 1005);
            assertThat(talk.speaker().hasEnded()).isTrue();
            talk.othersAreUndisturbed();
        }
    }

    @Test
    void aReasonOf123BytesIsLegal() throws Exception {
        assertAnswered(Wire.closing(1000, "é".repeat(61) + "x"), 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65_535})
    void aCodeNobodyMaySendIsClosedWith1002(int code) throws Exception {
        assertAnswered(Wire.closing(code, ""), 1002);
    }

    @Test
    void halfACodeIsClosedWith1002() throws Exception {
        assertAnswered(new byte[]{3}, 1002);
    }

    @Test
    void aReasonThatIsNoUtf8IsClosedWith1007() throws Exception {
        assertAnswered(Wire.bytes(3, 232, 0xFF), 1007);
    }

    @Test
    void whatComesAfterTheCloseFrameIsNotHeard() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker()
                    .send(Wire.join(Wire.frame(Wire.CLOSE, Wire.closing(1000, "")), Wire.frame(Wire.TEXT, "oh, and")));
            assertThat(talk.speaker().closing().code()).isEqualTo(1000);
            assertThat(talk.speaker().hasEnded()).isTrue();
            talk.othersAreUndisturbed();
        }
    }

    @Test
    void whatIsSaidBeforeTheCloseFrameIsHeard() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker()
                    .send(Wire.join(Wire.frame(Wire.TEXT, "bye"), Wire.frame(Wire.CLOSE, Wire.closing(1000, ""))));
            assertThat(talk.heard()).isEqualTo("bye");
            assertThat(talk.speaker().closing().code()).isEqualTo(1000);
        }
    }

    @Test
    void leavingWithoutACloseFrameDisturbsNobody() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().finish();
            assertThat(talk.speaker().hasEnded()).isTrue();
            talk.othersAreUndisturbed();
        }
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.header(Wire.TEXT, 100));
            talk.speaker().reset();
            talk.othersAreUndisturbed();
        }
    }

    @Test
    void aServerThatStopsTellsEveryoneWith1001() throws Exception {
        TestServer stopping = TestServer.start("--stop-deadline=10s", "--close-deadline=10s");
        try (TestClient ada = TestClient.open(stopping.port(), Dialect.path());
                TestClient bob = TestClient.open(stopping.port(), Dialect.path())) {
            stopping.close();
            assertThat(ada.closing().getCloseCode().getCode()).isEqualTo(1001);
            assertThat(ada.closing().getReasonPhrase()).isEqualTo(bob.closing().getReasonPhrase()).isNotBlank();
        }
    }

    private static void assertAnswered(byte[] close, int code) throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.CLOSE, close);
            assertThat(talk.speaker().closing().code()).isEqualTo(code);
            assertThat(talk.speaker().hasEnded()).isTrue();
            talk.othersAreUndisturbed();
        }
    }
}
