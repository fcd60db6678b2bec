package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import chat.ChatServer;
import chat.RawWebSocket;
import chat.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.5")
class Exercise1_5 {

    /// Eight for each I/O thread: if an I/O thread sleeps for each of them, the last one waits for eight seconds.
    private static final int CLIENTS = 8 * Math.max(2, Runtime.getRuntime().availableProcessors());

    @Test
    void everyEchoIsOneSecondLateAndNobodyWaitsForSomebodyElse() throws Exception {
        List<RawWebSocket> clients = new ArrayList<>();
        try (ChatServer server = ChatServer.start("--port=0", "--stop-deadline=500ms")) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(RawWebSocket.open(server.address().getPort(), "/ws"));
            }
            long start = System.nanoTime();
            for (RawWebSocket client : clients) {
                client.sendText("hi");
            }
            assertThat(clients.getFirst().read().text()).isEqualTo("hi");
            assertThat(since(start)).as("time until the first echo").isGreaterThan(Duration.ofMillis(950));
            for (RawWebSocket client : clients.subList(1, CLIENTS)) {
                assertThat(client.read().text()).isEqualTo("hi");
            }
            assertThat(since(start))
                    .as("time until all %d echoes; everybody spoke at once, so if it is much more than a "
                            + "second, an I/O thread has waited", CLIENTS)
                    .isLessThan(Duration.ofSeconds(7));
        } finally {
            clients.forEach(RawWebSocket::close);
        }
    }

    @Test
    void whatOneClientSaysComesBackInOrder() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                RawWebSocket client = RawWebSocket.open(server.address().getPort(), "/ws")) {
            long start = System.nanoTime();
            for (String word : List.of("one", "two", "three")) {
                client.sendText(word);
            }
            for (String word : List.of("one", "two", "three")) {
                assertThat(client.read().text()).as("the echoes keep their order").isEqualTo(word);
            }
            assertThat(since(start)).as("time until the last echo").isGreaterThan(Duration.ofMillis(950));
        }
    }

    @Test
    void whoSpeaksFasterThanOnceASecondIsSlowedDown() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0", "--file-limit=16777216", "--stop-deadline=500ms");
                RawWebSocket client = RawWebSocket.open(server.address().getPort(), "/ws")) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendThreeFilesTo(client),
                    Thread::startVirtualThread);
            assertThat(catchThrowable(() -> sending.get(5, TimeUnit.SECONDS)))
                    .as("a client that sends three files of 16 MiB and reads nothing: if it is rid of them, they wait in "
                            + "your memory")
                    .isInstanceOf(TimeoutException.class);
        }
    }

    private static void sendThreeFilesTo(RawWebSocket client) {
        byte[] file = Wire.frame(Wire.BINARY, new byte[16 * 1_048_576]);
        try {
            for (int i = 0; i < 3; i++) {
                client.send(file);
            }
        } catch (IOException theTestIsOver) {
            throw new UncheckedIOException(theTestIsOver);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
