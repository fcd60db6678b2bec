package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StampedTextTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0x0123_4567_89AB_CDEFL, Long.MAX_VALUE})
    void theNumberSurvivesTheWay(long stamp) {
        StampedText text = new StampedText(64);

        assertThat(StampedText.stampIn(payloadOf(text.with(stamp)))).isEqualTo(stamp);
    }

    @Test
    void theNextNumberReplacesTheOneBefore() {
        StampedText text = new StampedText(17);
        text.with(7);

        assertThat(StampedText.stampIn(payloadOf(text.with(8)))).isEqualTo(8);
    }

    @Test
    void theNumberIsFoundInsideOtherText() {
        assertThat(StampedText.stampIn(ascii("{\"message\":\"#00000000000000ff..\"}"))).isEqualTo(255);
    }

    @Test
    void aTextWithoutANumberHasNone() {
        assertThat(StampedText.stampIn(ascii("ada joined, 3 people in the room"))).isEqualTo(-1);
        assertThat(StampedText.stampIn(ascii("#nonsense nonsense nonsense"))).isEqualTo(-1);
        assertThat(StampedText.stampIn(ascii("#12"))).isEqualTo(-1);
    }

    private static ByteBuffer payloadOf(ByteBuffer maskedFrame) {
        ByteBuffer[] found = new ByteBuffer[1];
        FrameReader.Sink sink = new FrameReader.Sink() {
            @Override
            public void head(String head) {}

            @Override
            public void frame(int first, long length, ByteBuffer payload) {
                found[0] = ByteBuffer.allocate(payload.remaining()).put(payload).flip();
            }
        };
        ByteBuffer all = ByteBuffer.allocate(1_000).put(Wire.upgradeResponse()).put(maskedFrame).flip();
        try {
            new FrameReader().read(all, sink);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return found[0];
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
