package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the next step promises and this one does not, yet; what it breaks is in [FlawTest].
class NotYetTest {

    @Test
    void nobodyOutsideCanPush() throws Exception {
        try (TestServer server = TestServer.start()) {
            String push = "POST /push HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";
            assertThat(HttpAnswer.to(server.port(), push).status()).isEqualTo(404);
        }
    }

    /// Its outbox is not full, and nobody looks at when it last took something.
    @Test
    void aStuckReaderKeepsItsPlace() throws Exception {
        try (TestServer server = TestServer.start("--max-connections=2");
                RawWebSocket _ = Dialect.stalled(server.port());
                RawWebSocket _ = PlacesTest.patiently(server.port())) {
            HandshakeRequest oneMore = HandshakeRequest.to(server.port(), Dialect.path());
            assertThat(HttpAnswer.to(server.port(), oneMore).status()).isEqualTo(503);
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
}
