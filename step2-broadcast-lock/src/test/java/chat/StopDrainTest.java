package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What was accepted before a stop is still sent; the goodbye comes behind it.
class StopDrainTest {

    private static final int FILES = 12;

    @Test
    void aSlowReaderGetsEverythingAndThenTheGoodbye() throws Exception {
        try (TestServer server = TestServer.start("--close-deadline=40s", "--stop-deadline=40s");
                RawWebSocket slow = Dialect.stalled(server.port())) {
            try (RawWebSocket other = Dialect.member(server.port())) {
                Thread.ofPlatform().start(server::close);
                assertThat(other.closing().code()).isEqualTo(1001);
            }
            for (int i = 0; i < FILES; i++) {
                assertThat(slow.read().bytes()).hasSize(1_000_000);
            }
            assertThat(RawWebSocket.closeOf(slow.read()).code()).isEqualTo(1001);
        }
    }
}
