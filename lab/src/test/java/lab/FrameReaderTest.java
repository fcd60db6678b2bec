package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameReaderTest {
    private final FrameReader reader = new FrameReader();
    private final List<String> seen = new ArrayList<>();
    private final FrameReader.Sink sink = new FrameReader.Sink() {
        @Override
        public void head(String head) {
            seen.add("head " + head.lines().findFirst().orElse(""));
        }

        @Override
        public void frame(int first, long length, ByteBuffer payload) {
            seen.add(length + " " + StandardCharsets.UTF_8.decode(payload));
        }
    };

    @Test
    void aHeadAndItsFirstFramesMayComeInOnePiece() throws IOException {
        reader.read(bytes(Wire.upgradeResponse(), text("a"), text("bc")), sink);

        assertThat(seen).containsExactly("head HTTP/1.1 101 Switching Protocols", "1 a", "2 bc");
    }

    @Test
    void whateverIsCutWhereverIsReadOnce() throws IOException {
        ByteBuffer all = bytes(Wire.upgradeResponse(), text("a"), text("x".repeat(300)), text(""));
        ByteBuffer in = ByteBuffer.allocate(2_000);
        while (all.hasRemaining()) {
            in.put(all.get()).flip();
            reader.read(in, sink);
            in.compact();
        }

        assertThat(seen).containsExactly("head HTTP/1.1 101 Switching Protocols", "1 a", "300 " + "x".repeat(300),
                "0 ");
    }

    @Test
    void aMaskedFrameIsUnmasked() throws IOException {
        reader.read(bytes(Wire.upgradeResponse(), Wire.masked(Wire.TEXT, "grüße".getBytes(StandardCharsets.UTF_8))),
                sink);

        assertThat(seen).last().isEqualTo("7 grüße");
    }

    @Test
    void aVeryLongFrameIsCountedAndSkipped() throws IOException {
        ByteBuffer all = bytes(Wire.upgradeResponse(), Wire.plain(Wire.TEXT, new byte[200_000]), text("next"));
        while (all.hasRemaining()) {
            int end = all.limit();
            reader.read(all.limit(Math.min(end, all.position() + 50_000)), sink);
            all.limit(end);
        }

        assertThat(seen).containsExactly("head HTTP/1.1 101 Switching Protocols", "200000 ", "4 next");
    }

    @Test
    void aHeadThatNeverEndsIsRefused() {
        assertThatThrownBy(() -> reader.read(ByteBuffer.allocate(10_000), sink)).isInstanceOf(IOException.class);
    }

    private static ByteBuffer text(String text) {
        return Wire.plain(Wire.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer bytes(ByteBuffer... parts) {
        ByteBuffer all = ByteBuffer.allocate(300_000);
        for (ByteBuffer part : parts) {
            all.put(part);
        }
        return all.flip();
    }
}
