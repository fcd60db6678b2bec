package chat.exercises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.TestClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.1")
class Exercise1_1 {

    @Test
    void textComesBackInUpperCase() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                TestClient client = TestClient.open(server.address().getPort(), "/ws")) {
            client.say("Hello, Jürgen");
            assertThat(client.heard()).as("the echo of a text: change what SocketListener.onFrame sends")
                    .isEqualTo("HELLO, JÜRGEN");
        }
    }

    @Test
    void binaryComesBackAsItWas() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                TestClient client = TestClient.open(server.address().getPort(), "/ws")) {
            client.sendBinary("abc".getBytes(UTF_8));
            assertThat(client.heardBinary())
                    .as("the echo of a binary message: its bytes are no letters, leave them alone")
                    .isEqualTo("abc".getBytes(UTF_8));
        }
    }
}
