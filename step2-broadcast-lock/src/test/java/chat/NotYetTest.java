package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What later steps promise and this one does not, yet.
class NotYetTest {

    private static final Duration LONGER_THAN_A_HEARTBEAT = Duration.ofMillis(1200);
    private static final Duration A_WHILE = Duration.ofMillis(200);

    @Test
    void nobodyIsToldWhoComesOrGoes() throws Exception {
        try (TestServer server = TestServer.start(); Dialect talk = Dialect.open(server)) {
            try (RawWebSocket guest = Dialect.newcomer(server.port())) {
                guest.sendClose(1000);
                assertThat(guest.closing().code()).isEqualTo(1000);
                assertThat(guest.hasEnded()).isTrue();
            }
            talk.othersAreUndisturbed();
        }
    }

    @Test
    void twoMayHaveOneName() throws Exception {
        String path = Dialect.path() + "?name=ada";
        try (TestServer server = TestServer.start();
                RawWebSocket first = RawWebSocket.open(server.port(), path);
                RawWebSocket second = RawWebSocket.open(server.port(), path)) {
            for (RawWebSocket ada : new RawWebSocket[]{first, second}) {
                ada.send(Wire.PING, Wire.ascii("am I in?"));
                assertThat(ada.pong()).isEqualTo(Wire.ascii("am I in?"));
            }
        }
    }

    @Test
    void whatATerminalSaysIsNoRequestAndNobodyHearsIt() throws Exception {
        try (TestServer server = TestServer.start("--request-deadline=4s");
                Dialect talk = Dialect.open(server);
                RawConnection terminal = RawConnection.dial(server.port())) {
            terminal.send(Wire.ascii("hello\n"));
            assertThat(terminal.hasEnded()).isTrue();
            talk.othersAreUndisturbed();
        }
    }

    @Test
    void nobodyOutsideCanPush() throws Exception {
        try (TestServer server = TestServer.start()) {
            String push = "POST /push HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";
            assertThat(HttpAnswer.to(server.port(), push).status()).isEqualTo(404);
        }
    }

    /// Its machine has lost power, say, and so it does not even end the connection. Nobody asks whether it is there.
    @Test
    void aSilentPeerKeepsItsPlace() throws Exception {
        try (TestServer server = TestServer.start("--max-connections=1");
                RawWebSocket silent = Dialect.newcomer(server.port())) {
            assertThat(silent.hearsNothingFor(LONGER_THAN_A_HEARTBEAT)).as("not even a ping").isTrue();
            assertFull(server);
        }
    }

    @Test
    void aStuckReaderKeepsItsPlace() throws Exception {
        try (TestServer server = TestServer.start("--max-connections=2");
                RawWebSocket _ = Dialect.stalled(server.port());
                RawWebSocket other = PlacesTest.patiently(server.port())) {
            assertThat(other.hearsNothingFor(A_WHILE)).isTrue();
            assertFull(server);
        }
    }

    @Test
    void twoServersAreTwoRooms() throws Exception {
        try (TestServer one = TestServer.start();
                TestServer other = TestServer.start();
                Dialect here = Dialect.open(one);
                Dialect there = Dialect.open(other)) {
            here.othersAreUndisturbed();
            there.othersAreUndisturbed();
            here.othersAreUndisturbed();
        }
    }

    private static void assertFull(TestServer server) throws Exception {
        HandshakeRequest oneMore = HandshakeRequest.to(server.port(), Dialect.path());
        assertThat(HttpAnswer.to(server.port(), oneMore).status()).isEqualTo(503);
    }
}
