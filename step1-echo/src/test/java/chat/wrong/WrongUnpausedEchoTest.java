package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.MemoryTest;
import chat.RawWebSocket;
import chat.ServerProcess;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WrongUnpausedEchoTest {

    private static final int OUT_OF_MEMORY = 3;

    @Test
    void aReaderThatStopsFillsItsMemoryUntilItDies() throws Exception {
        try (ServerProcess server = ServerProcess.start(MemoryTest.SMALL, "chat.wrong.WrongUnpausedEcho", "0")
                .awaitListening(); RawWebSocket stalled = RawWebSocket.open(server.port(), "/ws", 65_536)) {
            CompletableFuture.runAsync(() -> MemoryTest.sendFiles(stalled), Thread::startVirtualThread);
            assertThat(server.awaitExit(Duration.ofSeconds(55))).isEqualTo(OUT_OF_MEMORY);
        }
    }
}
