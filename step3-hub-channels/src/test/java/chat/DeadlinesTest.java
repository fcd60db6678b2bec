package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever begins something must finish it: a request, a message, a closing handshake.
class DeadlinesTest {

    private static final Duration A_WHILE = Duration.ofMillis(50);

    @Test
    void halfARequestIsCutOff() throws Exception {
        List<String> halves = List.of("", "G", "GET /ws HT", "GET / HTTP/1.1\r\nHost: loc",
                "POST /ws HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf a body");
        try (TestServer server = TestServer.start("--request-deadline=500ms")) {
            List<RawConnection> connections = new ArrayList<>();
            for (String half : halves) {
                RawConnection raw = RawConnection.dial(server.port());
                raw.send(Wire.ascii(half));
                connections.add(raw);
            }
            assertThat(connections).allMatch(RawConnection::hasEnded);
            connections.forEach(RawConnection::close);
        }
    }

    @Test
    void aRequestThatTricklesInIsCutOff() throws Exception {
        try (TestServer server = TestServer.start("--request-deadline=500ms");
                RawConnection raw = RawConnection.dial(server.port())) {
            raw.send(Wire.ascii("GET / HTTP/1.1\r\nX: "));
            trickle(raw, Wire.ascii("x"));
            assertThat(raw.hasEnded()).isTrue();
        }
    }

    @Test
    void aFrameThatPromisesEverythingAndStopsIsClosedWith1008() throws Exception {
        assertTooSlow(Wire.join(Wire.header(Wire.BINARY, Long.MAX_VALUE), new byte[5]));
    }

    @Test
    void halfAFrameHeaderIsClosedWith1008() throws Exception {
        assertTooSlow(Wire.bytes(Wire.BINARY));
        assertTooSlow(Wire.bytes(Wire.TEXT, 0xFE, 0x01));
    }

    @Test
    void aMessageWithoutItsLastFrameIsClosedWith1008() throws Exception {
        assertTooSlow(Wire.frame(Wire.FIRST_TEXT, "to be continued"));
    }

    @Test
    void aMessageThatTricklesInIsClosedWith1008() throws Exception {
        try (TestServer server = TestServer.start("--assembly-deadline=500ms"); Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.header(Wire.BINARY, 8000));
            trickle(talk.speaker(), Wire.ascii("x"));
            assertThat(talk.closing().code()).isEqualTo(1008);
            talk.othersAreUndisturbed();
        }
    }

    @Test
    void pingsBetweenFragmentsBuyNoTime() throws Exception {
        try (TestServer server = TestServer.start("--assembly-deadline=500ms"); Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.frame(Wire.FIRST_TEXT, "wait"));
            RawWebSocket.Received answer;
            do {
                talk.speaker().send(Wire.PING, new byte[0]);
                answer = talk.speaker().read();
            } while (answer.first() == Wire.PONG && talk.speaker().hearsNothingFor(A_WHILE));
            RawWebSocket.Close close = answer.first() == Wire.PONG ? talk.closing() : RawWebSocket.closeOf(answer);
            assertThat(close.code()).isEqualTo(1008);
            assertThat(close.reason()).contains("500ms");
        }
    }

    @Test
    void silenceBetweenMessagesIsNoOffence() throws Exception {
        try (TestServer server = TestServer.start("--assembly-deadline=200ms", "--request-deadline=3s");
                Dialect talk = Dialect.open(server)) {
            talk.speaker().sendText("a thought");
            assertThat(talk.heard()).isEqualTo("a thought");
            Thread.sleep(Duration.ofMillis(3300));
            talk.speaker().sendText("another");
            assertThat(talk.heard()).isEqualTo("another");
        }
    }

    @Test
    void everyMessageHasTheWholeDeadline() throws Exception {
        try (TestServer server = TestServer.start("--assembly-deadline=2s"); Dialect talk = Dialect.open(server)) {
            for (int i = 0; i < 8; i++) {
                byte[] frame = Wire.frame(Wire.TEXT, "slow " + i);
                talk.speaker().send(Arrays.copyOf(frame, frame.length - 1));
                Thread.sleep(Duration.ofMillis(300));
                talk.speaker().send(Wire.bytes(frame[frame.length - 1]));
                assertThat(talk.heard()).isEqualTo("slow " + i);
            }
        }
    }

    @Test
    void aPeerThatIgnoresOurCloseFrameIsCutOff() throws Exception {
        try (TestServer server = TestServer.start("--assembly-deadline=200ms", "--close-deadline=500ms");
                Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.frame(Wire.FIRST_TEXT, "and now"));
            assertThat(talk.closing().code()).isEqualTo(1008);
            assertThat(talk.speaker().hasEnded()).isTrue();
        }
    }

    @Test
    void aPeerThatAnswersOurCloseFrameIsReleasedAtOnce() throws Exception {
        try (TestServer server = TestServer.start("--assembly-deadline=200ms", "--close-deadline=60s");
                Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.frame(Wire.FIRST_TEXT, "and now"));
            assertThat(talk.closing().code()).isEqualTo(1008);
            talk.speaker().sendClose(1008);
            assertThat(talk.speaker().hasEnded()).isTrue();
        }
    }

    /// Sends something now and then until an answer or the end comes, ten seconds at the most.
    private static void trickle(RawConnection raw, byte[] bytes) throws Exception {
        for (int i = 0; i < 200 && raw.hearsNothingFor(A_WHILE); i++) {
            raw.send(bytes);
        }
    }

    private static void assertTooSlow(byte[] beginning) throws Exception {
        try (TestServer server = TestServer.start("--assembly-deadline=300ms"); Dialect talk = Dialect.open(server)) {
            talk.speaker().send(beginning);
            RawWebSocket.Close close = talk.closing();
            assertThat(close.code()).isEqualTo(1008);
            assertThat(close.reason()).contains("300ms");
            talk.othersAreUndisturbed();
        }
    }
}
