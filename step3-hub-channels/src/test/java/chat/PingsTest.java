package chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/// Pings are answered (RFC 6455, section 5.5.2), and they are traffic too.
class PingsTest {

    @Test
    void aPingIsAnsweredWithItsOwnBytes() throws Exception {
        try (TestServer server = TestServer.start(); Dialect talk = Dialect.open(server)) {
            for (String payload : new String[]{"", "a", "x".repeat(125)}) {
                talk.speaker().send(Wire.frame(Wire.PING, payload));
                assertThat(new String(talk.speaker().pong(), UTF_8)).isEqualTo(payload);
            }
        }
    }

    @Test
    void threeHundredPingsAMinuteAreAnsweredAndThenItIs1008() throws Exception {
        try (TestServer server = TestServer.start(); Dialect talk = Dialect.open(server)) {
            talk.speaker().send(pings(310));
            for (int i = 0; i < 300; i++) {
                assertThat(new String(talk.speaker().pong(), UTF_8)).isEqualTo("ping " + i);
            }
            RawWebSocket.Received next = talk.speaker().read();
            while (next.first() == Wire.PONG) {
                next = talk.speaker().read();
            }
            assertThat(RawWebSocket.closeOf(next).code()).isEqualTo(1008);
            assertThat(talk.speaker().hasEnded()).isTrue();
            talk.othersAreUndisturbed();
        }
    }

    @Test
    void eachConnectionHasItsOwnThreeHundred() throws Exception {
        try (TestServer server = TestServer.start();
                Dialect one = Dialect.open(server);
                Dialect two = Dialect.open(server)) {
            for (Dialect talk : new Dialect[]{one, two}) {
                talk.speaker().send(pings(250));
                for (int i = 0; i < 250; i++) {
                    assertThat(new String(talk.speaker().pong(), UTF_8)).isEqualTo("ping " + i);
                }
            }
        }
    }

    private static byte[] pings(int count) {
        ByteArrayOutputStream pings = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            pings.writeBytes(Wire.frame(Wire.PING, "ping " + i));
        }
        return pings.toByteArray();
    }
}
