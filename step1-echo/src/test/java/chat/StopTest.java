package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// SIGTERM, which Windows does not have: everyone is told, nobody new comes in, and the process ends in time.
@EnabledOnOs({OS.LINUX, OS.MAC})
class StopTest {

    private static final int CLIENTS = 100;
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

    @Test
    void everyoneIsToldEvenIfOneDoesNotListen() throws Exception {
        List<RawWebSocket> clients = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start("--close-deadline=2s", "--stop-deadline=10s")) {
            RawWebSocket stalled = Dialect.stalled(server.port());
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Dialect.newcomer(server.port()));
            }
            server.terminate();
            isToldGoodbye(clients.getFirst());
            HttpAnswer late = HttpAnswer.to(server.port(), HandshakeRequest.to(server.port(), Dialect.path()));
            assertThat(late.status()).as("a handshake while it stops").isEqualTo(503);
            assertThat(late.body()).matches("[A-Z][^\n<]+[.]\n");
            for (RawWebSocket client : clients.subList(1, CLIENTS)) {
                isToldGoodbye(client);
            }
            assertThat(clients).allMatch(RawWebSocket::hasEnded);
            assertThat(server.awaitExit(STOP_DEADLINE)).isIn(0, 143);
            assertThat(stalled.hasEnded()).isTrue();
            assertThat(server.log()).allMatch(LogTest.LINE.asMatchPredicate());
            stalled.close();
        } finally {
            clients.forEach(RawWebSocket::close);
        }
    }

    private static void isToldGoodbye(RawWebSocket client) throws Exception {
        RawWebSocket.Close close = client.closing();
        assertThat(close.code()).isEqualTo(1001);
        assertThat(close.reason()).isNotBlank();
        client.sendClose(1001);
    }

    @Test
    void theStopDeadlineBeatsTheCloseDeadline() throws Exception {
        try (ServerProcess server = ServerProcess.start("--close-deadline=600s", "--stop-deadline=500ms");
                RawWebSocket deaf = Dialect.newcomer(server.port())) {
            server.terminate();
            assertThat(server.awaitExit(STOP_DEADLINE)).isIn(0, 143);
            assertThat(deaf.hasEnded()).isTrue();
        }
    }

    @Test
    void anEmptyServerStopsAtOnce() throws Exception {
        try (ServerProcess server = ServerProcess.start("--close-deadline=600s", "--stop-deadline=600s")) {
            server.terminate();
            assertThat(server.awaitExit(STOP_DEADLINE)).isIn(0, 143);
        }
    }

    @Test
    void halfARequestDoesNotHoldAStopUp() throws Exception {
        try (ServerProcess server = ServerProcess.start("--stop-deadline=600s", "--request-deadline=600s");
                RawConnection half = RawConnection.dial(server.port())) {
            half.send(Wire.ascii("GET /ws HTTP/1.1\r\nHost"));
            server.terminate();
            assertThat(server.awaitExit(STOP_DEADLINE)).isIn(0, 143);
            assertThat(half.hasEnded()).isTrue();
        }
    }
}
