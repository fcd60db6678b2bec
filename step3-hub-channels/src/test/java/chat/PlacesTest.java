package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// How many connections there may be: a place is taken by a handshake and given back however the connection ends.
class PlacesTest {

    private static final int PLACES = 20;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final TestServer server = TestServer.start("--max-connections=" + PLACES, "--close-deadline=60s");
    private final List<RawWebSocket> open = new ArrayList<>();

    @AfterEach
    void stop() {
        open.forEach(RawWebSocket::close);
        server.close();
    }

    @Test
    void oneMoreThanTheLimitGets503UntilSomeoneLeaves() throws Exception {
        takeAllPlaces();
        HttpAnswer refused = handshake();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).matches("[A-Z][^\n<]+[.]\n?");
        open.removeLast().close();
        open.add(patiently(server.port()));
        assertThat(handshake().status()).isEqualTo(503);
    }

    @Test
    void refusedHandshakesTakeNoPlace() throws Exception {
        HandshakeRequest good = HandshakeRequest.to(server.port(), Dialect.path());
        for (int i = 0; i < 3 * PLACES; i++) {
            assertThat(HttpAnswer.to(server.port(), good.with("Origin", "null")).status()).isEqualTo(403);
            assertThat(HttpAnswer.to(server.port(), good.without("Upgrade")).status()).isEqualTo(400);
            assertThat(HttpAnswer.to(server.port(), good.with("Sec-WebSocket-Version", "8")).status()).isEqualTo(426);
        }
        takeAllPlaces();
    }

    @Test
    void aStormOfHandshakesThatAreResetAtOnceLeaksNoPlace() throws Exception {
        for (int i = 0; i < 300; i++) {
            RawConnection raw = RawConnection.dial(server.port());
            raw.send(HandshakeRequest.to(server.port(), Dialect.path()));
            raw.reset();
        }
        allPlacesAreFreeAgain();
    }

    @Test
    void twoHundredEndingsOfAllKindsLeaveNoPlaceTaken() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            if (open.size() < PLACES && random.nextInt(3) > 0) {
                open.add(patiently(server.port()));
            } else if (!open.isEmpty()) {
                end(open.remove(random.nextInt(open.size())), random.nextInt(7));
            }
        }
        for (RawWebSocket client : open) {
            end(client, random.nextInt(7));
        }
        open.clear();
        allPlacesAreFreeAgain();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoIsGoneBeforeTheAnswerIsForgotten() throws Exception {
        try (ServerProcess process = ServerProcess.start()) {
            for (int i = 0; i < 100; i++) {
                try (RawConnection gone = RawConnection.dial(process.port())) {
                    gone.send(HandshakeRequest.to(process.port(), Dialect.path()));
                    gone.reset();
                }
            }
            try (RawWebSocket last = patiently(process.port())) {
                last.sendClose(1000);
            }
            process.awaitLog(line -> line.contains("closed by the peer with 1000"));
            process.terminate();
            assertThat(process.awaitLog(line -> line.contains("stopping"))).endsWith("stopping, 0 open");
        }
    }

    private static void end(RawWebSocket client, int kind) throws Exception {
        switch (kind) {
            case 0 -> client.reset();
            case 1 -> client.finish();
            case 2 -> client.sendClose(1000);
            case 3 -> client.send(Wire.unmasked(Wire.TEXT, "hi"));
            case 4 -> client.send(Wire.BINARY, new byte[1_048_577]);
            case 5 -> client.send(Wire.join(Wire.frame(Wire.TEXT, "hi"), Wire.header(Wire.TEXT, 50)));
            default -> client.sendText("never read");
        }
        client.close();
    }

    /// A place is free again a moment after its connection has ended.
    static RawWebSocket patiently(int port) throws Exception {
        long start = System.nanoTime();
        while (true) {
            try {
                return Dialect.newcomer(port);
            } catch (AssertionError stillFull) {
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    throw stillFull;
                }
            }
        }
    }

    private void allPlacesAreFreeAgain() throws Exception {
        takeAllPlaces();
        assertThat(handshake().status()).isEqualTo(503);
    }

    private void takeAllPlaces() throws Exception {
        while (open.size() < PLACES) {
            open.add(patiently(server.port()));
        }
    }

    private HttpAnswer handshake() throws Exception {
        return HttpAnswer.to(server.port(), HandshakeRequest.to(server.port(), Dialect.path()));
    }
}
