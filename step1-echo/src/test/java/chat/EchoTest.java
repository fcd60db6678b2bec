package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What this step does: whatever you send comes back, as it was.
class EchoTest {

    private static TestServer server;
    private TestClient client;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws Exception {
        client = TestClient.open(server.port(), Dialect.path());
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "", " ", "Grüße, 世界, 👋", "two\nlines\r\n", "\u0000\u001b[31m", "\ufeff",
            "<img src=x onerror=alert(1)>", "{\"type\":0}"})
    void aTextComesBackAsItWas(String text) throws Exception {
        client.say(text);
        assertThat(client.heard()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 1_048_576})
    void aBinaryMessageComesBackAsItWas(int size) throws Exception {
        byte[] message = new byte[size];
        for (int i = 0; i < size; i++) {
            message[i] = (byte) (i * 31);
        }
        client.sendBinary(message);
        assertThat(client.heardBinary()).isEqualTo(message);
    }

    @Test
    void aThousandMessagesComeBackInOrder() throws Exception {
        for (int i = 0; i < 1000; i++) {
            client.say("message " + i);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(client.heard()).isEqualTo("message " + i);
        }
    }

    @Test
    void textsAndFilesKeepTheirOrder() throws Exception {
        for (int i = 10; i < 60; i++) {
            client.say("file of " + i);
            client.sendBinary(Dialect.file(i));
        }
        for (int i = 10; i < 60; i++) {
            assertThat(client.heard()).isEqualTo("file of " + i);
            assertThat(client.heardBinary()).isEqualTo(Dialect.file(i));
        }
    }

    @Test
    void aMessageInThreeFragmentsComesBackInOneFrame() throws Exception {
        try (RawWebSocket raw = Dialect.newcomer(server.port())) {
            raw.send(Wire.join(Wire.frame(Wire.FIRST_TEXT, "you "), Wire.frame(Wire.CONTINUATION, "are "),
                    Wire.frame(Wire.LAST, "called")));
            RawWebSocket.Received echo = raw.read();
            assertThat(echo.first()).isEqualTo(Wire.TEXT);
            assertThat(echo.text()).isEqualTo("you are called");
        }
    }

    @Test
    void framesInTheSamePacketAsTheHandshakeAreNotLost() throws Exception {
        try (RawConnection raw = RawConnection.dial(server.port())) {
            String handshake = HandshakeRequest.to(server.port(), Dialect.path()).toString();
            raw.send(Wire.join(Wire.ascii(handshake), Wire.frame(Wire.TEXT, "one"), Wire.frame(Wire.TEXT, "two")));
            assertThat(raw.answer().status()).isEqualTo(101);
            byte[] echoes = raw.in.readNBytes(10);
            assertThat(echoes).isEqualTo(Wire.join(Wire.unmasked(Wire.TEXT, "one"), Wire.unmasked(Wire.TEXT, "two")));
        }
    }

    @Test
    void everyClientGetsItsOwnMessages() throws Exception {
        try (TestClient other = TestClient.open(server.port(), Dialect.path())) {
            for (int i : IntStream.range(0, 100).toArray()) {
                client.say("mine " + i);
                other.say("other " + i);
            }
            for (int i : IntStream.range(0, 100).toArray()) {
                assertThat(client.heard()).isEqualTo("mine " + i);
                assertThat(other.heard()).isEqualTo("other " + i);
            }
        }
    }
}
