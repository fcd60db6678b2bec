package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Somebody sends as fast as it can.
class FloodTest {

    private static final int MESSAGES = 10_000;
    private static final int OUT_OF_MEMORY = 3;
    private static final List<String> SMALL = List.of("-Xmx40m", "-XX:MaxDirectMemorySize=40m",
            "-XX:+ExitOnOutOfMemoryError");

    @Test
    void othersTalkMeanwhileAndNothingIsLost() throws Exception {
        try (TestServer server = TestServer.start();
                RawWebSocket ada = Dialect.member(server.port());
                RawWebSocket bob = Dialect.member(server.port());
                RawWebSocket flooder = Dialect.member(server.port())) {
            CompletableFuture<Void> flood = flood(flooder, MESSAGES, Wire.frame(Wire.TEXT, "me!"));
            int fromFlooder = 0;
            for (int i = 0; fromFlooder < MESSAGES; i++) {
                ada.sendText("message " + i);
                for (String text = bob.read().text(); !text.equals("message " + i); text = bob.read().text()) {
                    assertThat(text).isEqualTo("me!");
                    fromFlooder++;
                }
            }
            flood.get(20, TimeUnit.SECONDS);
        }
    }

    /// Nothing slows the flooder down, and what a reader has not taken yet stays in memory.
    @Test
    void aFloodNobodyKeepsUpWithIsTheEndOfTheServer() throws Exception {
        try (ServerProcess server = ServerProcess.start(SMALL, "chat.ChatServer", TestServer.onFreePorts("--log=info"))
                .awaitListening();
                RawWebSocket _ = Dialect.member(server.port());
                RawWebSocket flooder = Dialect.member(server.port())) {
            flood(flooder, 100, Wire.frame(Wire.BINARY, Dialect.file(1_000_000)));
            assertThat(server.awaitExit(Duration.ofSeconds(40))).isEqualTo(OUT_OF_MEMORY);
        }
    }

    private static CompletableFuture<Void> flood(RawWebSocket flooder, int count, byte[] frame) {
        return CompletableFuture.runAsync(() -> {
            try {
                for (int i = 0; i < count; i++) {
                    flooder.send(frame);
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }, task -> Thread.ofPlatform().daemon().start(task));
    }
}
