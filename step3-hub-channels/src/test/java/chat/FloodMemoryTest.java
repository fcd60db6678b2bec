package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Somebody sends files as fast as it can, and nobody keeps up. In step 2 that was the end of the server.
class FloodMemoryTest {

    private static final List<String> SMALL = List.of("-Xmx64m", "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError");
    private static final int FILES = 100;
    private static final byte[] FILE = Wire.frame(Wire.BINARY, Dialect.file(1_000_000));

    @Test
    void aFloodThatNobodyKeepsUpWithCostsBoundedMemory() throws Exception {
        try (ServerProcess server = ServerProcess.start(SMALL, "chat.ChatServer", TestServer.onFreePorts("--log=info"))
                .awaitListening();
                RawWebSocket _ = Dialect.member(server.port(), "bob");
                RawWebSocket flooder = Dialect.member(server.port(), "flooder")) {
            for (int i = 0; i < FILES; i++) {
                flooder.send(FILE);
            }
            flooder.sendText("that was all");
            Heard news = Heard.next(flooder);
            while (news.type() == Heard.LEFT) {
                news = Heard.next(flooder);
            }
            assertThat(news).isEqualTo(Heard.said("flooder", "that was all"));
        }
    }
}
