package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// Someone sends and never reads what comes back. The server stops reading too, so TCP slows the sender down, and its
/// memory stays bounded: it has 40 MiB here, and the echoes are 100.
public class MemoryTest {

    /// A JVM with little memory that ends, with exit code 3, when it runs out of it.
    public static final List<String> SMALL = List.of("-Xmx40m", "-XX:MaxDirectMemorySize=40m",
            "-XX:+ExitOnOutOfMemoryError");

    private static final int FILES = 100;
    private static final byte[] FILE = Wire.frame(Wire.BINARY, Dialect.file(1_048_576));

    @Test
    void aReaderThatStopsCostsBoundedMemoryAndLosesNothing() throws Exception {
        try (ServerProcess server = ServerProcess.start(SMALL, "chat.ChatServer",
                TestServer.onFreePorts("--assembly-deadline=5s")).awaitListening();
                RawWebSocket stalled = RawWebSocket.open(server.port(), Dialect.path(), 65_536)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendFiles(stalled),
                    Thread::startVirtualThread);
            server.awaitLog(line -> line.contains(stalled.address() + ": reading paused"));
            assertThat(stalledFor(sending, Duration.ofMillis(5300))).as("the sender is held up").isTrue();
            try (Dialect talk = Dialect.open(server.port())) {
                talk.othersAreUndisturbed();
            }
            for (int i = 0; i < FILES; i++) {
                assertThat(stalled.read().bytes()).as("echo %d", i).isEqualTo(Dialect.file(1_048_576));
            }
            sending.get(20, TimeUnit.SECONDS);
            assertThat(server.log()).anyMatch(line -> line.contains(stalled.address() + ": reading resumed"));
        }
    }

    @Test
    void manySmallMessagesToAReaderThatStopsDoNoHarmEither() throws Exception {
        try (ServerProcess server = ServerProcess.start(SMALL, "chat.ChatServer",
                TestServer.onFreePorts("--log=info")).awaitListening();
                RawWebSocket stalled = RawWebSocket.open(server.port(), Dialect.path(), 65_536)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendTexts(stalled),
                    Thread::startVirtualThread);
            server.awaitLog(line -> line.contains(stalled.address() + ": reading paused"));
            for (int i = 0; i < 3_000; i++) {
                assertThat(stalled.read().text()).startsWith("message " + i + " ");
            }
            sending.get(20, TimeUnit.SECONDS);
        }
    }

    /// Sends 100 MiB; waits as long as TCP makes it wait.
    public static void sendFiles(RawWebSocket client) {
        try {
            for (int i = 0; i < FILES; i++) {
                client.send(FILE);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void sendTexts(RawWebSocket client) {
        try {
            for (int i = 0; i < 3_000; i++) {
                client.sendText("message " + i + " " + "x".repeat(7000));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean stalledFor(CompletableFuture<Void> sending, Duration time) throws Exception {
        try {
            sending.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException stillSending) {
            return true;
        }
    }
}
