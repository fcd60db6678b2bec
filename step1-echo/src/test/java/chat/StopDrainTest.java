package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What was accepted before a stop is still sent; the goodbye comes behind it.
class StopDrainTest {

    private static final byte[] MORE_THAN_THE_SYSTEM_HOLDS = Dialect.file(16_000_000);

    @Test
    void aSlowReaderGetsItsEchoAndThenTheGoodbye() throws Exception {
        try (TestServer server = TestServer.start("--file-limit=20000000", "--close-deadline=40s",
                "--stop-deadline=40s"); RawWebSocket slow = RawWebSocket.open(server.port(), Dialect.path(), 4096)) {
            slow.send(Wire.BINARY, MORE_THAN_THE_SYSTEM_HOLDS);
            assertThat(slow.hearsNothingFor(Duration.ofSeconds(20))).as("the echo does not begin").isFalse();
            try (RawWebSocket other = Dialect.newcomer(server.port())) {
                Thread.ofPlatform().start(server::close);
                assertThat(other.closing().code()).isEqualTo(1001);
            }
            assertThat(slow.read().bytes()).isEqualTo(MORE_THAN_THE_SYSTEM_HOLDS);
            assertThat(RawWebSocket.closeOf(slow.read()).code()).isEqualTo(1001);
        }
    }
}
