package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.HandshakeRequest;
import chat.HttpAnswer;
import chat.RawWebSocket;
import chat.ServerProcess;
import chat.TestClient;
import chat.Wire;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The bare echo works. Then five attacks, and none is met.
class WrongBareEchoTest {

    private static final int MIB = 1 << 20;
    private static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        server = startBareEcho();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itEchoes() throws Exception {
        try (TestClient client = TestClient.open(server.port(), "/ws")) {
            client.say("hello");
            assertThat(client.heard()).isEqualTo("hello");
        }
    }

    @Test
    void aPlainGetIsToldThatThereIsNothing() throws Exception {
        String request = "GET /ws HTTP/1.1\r\nHost: localhost\r\n\r\n";
        HttpAnswer answer = HttpAnswer.to(server.port(), request);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aHandshakeWithoutUpgradeIsAnError500AndAStackTrace() throws Exception {
        HandshakeRequest request = HandshakeRequest.to(server.port(), "/ws").without("Upgrade");
        assertThat(HttpAnswer.to(server.port(), request).status()).isEqualTo(500);
        assertThat(server.awaitLog(line -> line.startsWith("\tat "))).contains("io.undertow");
    }

    @Test
    void aForeignPageIsLetIn() throws Exception {
        HandshakeRequest foreign = HandshakeRequest.to(server.port(), "/ws").with("Origin", "http://evil.example");
        assertThat(HttpAnswer.to(server.port(), foreign).status()).isEqualTo(101);
    }

    @Test
    void aMessageOf100MebibytesIsTaken() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server.port(), "/ws")) {
            client.send(Wire.frame(Wire.FIRST_TEXT, "x"));
            byte[] mebibyte = Wire.frame(Wire.CONTINUATION, "x".repeat(MIB));
            for (int i = 0; i < 100; i++) {
                client.send(mebibyte);
                assertIsStillListening(client);
            }
        }
    }

    @Test
    void aMessageMayHaveFragmentsWithoutEnd() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server.port(), "/ws")) {
            client.send(Wire.frame(Wire.FIRST_TEXT, "x"));
            ByteArrayOutputStream fragments = new ByteArrayOutputStream();
            for (int i = 0; i < 20_000; i++) {
                fragments.writeBytes(Wire.frame(Wire.CONTINUATION, "x"));
            }
            client.send(fragments.toByteArray());
            assertIsStillListening(client);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whenItStopsNobodyIsTold() throws Exception {
        try (ServerProcess stopping = startBareEcho();
                RawWebSocket client = RawWebSocket.open(stopping.port(), "/ws")) {
            stopping.terminate();
            assertThatThrownBy(client::closing).isInstanceOf(EOFException.class);
            assertThat(stopping.awaitExit(Duration.ofSeconds(10))).isEqualTo(143);
        }
    }

    /// It answers a ping in the middle of the message: so it has read what was before, and keeps it.
    private static void assertIsStillListening(RawWebSocket client) throws Exception {
        client.send(Wire.frame(Wire.PING, "still there?"));
        assertThat(client.read().first()).isEqualTo(Wire.PONG);
    }

    private static ServerProcess startBareEcho() throws Exception {
        return ServerProcess.start(List.of(), "chat.wrong.WrongBareEcho", "0").awaitListening();
    }
}
