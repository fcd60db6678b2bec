package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.HandshakeRequest;
import chat.HttpAnswer;
import chat.ServerProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongOpenDoorTest {

    @Test
    void aPageOfAnotherServerGetsItsSocket() throws Exception {
        try (ServerProcess server = ServerProcess.start(List.of(), "chat.wrong.WrongOpenDoor", "0").awaitListening()) {
            HandshakeRequest handshake = HandshakeRequest.to(server.port(), "/ws");
            assertThat(HttpAnswer.to(server.port(), handshake.with("Origin", "http://evil.example")).status())
                    .isEqualTo(101);
            assertThat(HttpAnswer.to(server.port(), handshake.with("Origin", "null")).status()).isEqualTo(101);
        }
    }
}
