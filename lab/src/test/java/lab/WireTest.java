package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WireTest {
    @Test
    void aMaskedFrameHasTheBytesOfTheStandardsExample() {
        ByteBuffer frame = Wire.masked(Wire.TEXT, "Hello".getBytes(StandardCharsets.UTF_8));

        assertThat(hex(frame)).isEqualTo("818537fa213d7f9f4d5158");
    }

    @Test
    void anUnmaskedFrameHasTheBytesOfTheStandardsExample() {
        ByteBuffer frame = Wire.plain(Wire.TEXT, "Hello".getBytes(StandardCharsets.UTF_8));

        assertThat(hex(frame)).isEqualTo("810548656c6c6f");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 125, 126, 65_535, 65_536})
    void theHeaderGrowsWithTheLength(int length) {
        ByteBuffer frame = Wire.plain(Wire.TEXT, new byte[length]);

        int header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
        assertThat(frame.remaining()).isEqualTo(header + length);
    }

    private static String hex(ByteBuffer frame) {
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
