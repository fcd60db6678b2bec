package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import chat.RawWebSocket;
import chat.Wire;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the library decides, and a server of one's own may decide otherwise.
class LibraryTest {

    private static final int FRAMES = 1024;

    private final BlockingQueue<Told> joined = new LinkedBlockingQueue<>();

    /// They were registered after the RFC: restart, try again later, bad gateway.
    @ParameterizedTest
    @ValueSource(ints = {1012, 1013, 1014})
    void youngerCloseCodesAre1002(int code) throws Exception {
        try (EdgeServer server = start(); RawWebSocket client = RawWebSocket.openAndHeard(server.port(), "/")) {
            client.sendClose(code);
            assertThat(client.closing().code()).isEqualTo(1002);
        }
    }

    @Test
    void anEmptyFirstFrameDoesNotCount() throws Exception {
        try (EdgeServer server = start(); RawWebSocket client = RawWebSocket.openAndHeard(server.port(), "/")) {
            client.send(behindAnEmptyFirst(FRAMES));
            assertThat(joined.element().heard.poll(10, TimeUnit.SECONDS)).extracting(Frame::text)
                    .isEqualTo("x".repeat(FRAMES));
            client.send(behindAnEmptyFirst(FRAMES + 1));
            assertThat(client.closing().code()).isEqualTo(1009);
        }
    }

    private EdgeServer start() {
        return EdgeServer.start(0, channel -> {
            Told listener = new Told(channel);
            joined.add(listener);
            return listener;
        });
    }

    private static byte[] behindAnEmptyFirst(int frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Wire.frame(Wire.FIRST_TEXT, ""));
        for (int i = 1; i < frames; i++) {
            bytes.writeBytes(Wire.frame(Wire.CONTINUATION, "x"));
        }
        bytes.writeBytes(Wire.frame(Wire.LAST, "x"));
        return bytes.toByteArray();
    }
}
