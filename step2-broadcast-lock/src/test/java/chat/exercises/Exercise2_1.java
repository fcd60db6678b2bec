package chat.exercises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.RawWebSocket;
import chat.TestClient;
import chat.Wire;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-2.1")
class Exercise2_1 {

    @Test
    void whoAsksForTheCountIsAnsweredAlone() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                TestClient ada = TestClient.open(server.address().getPort(), "/ws");
                TestClient bob = TestClient.open(server.address().getPort(), "/ws");
                TestClient cleo = TestClient.open(server.address().getPort(), "/ws")) {
            ada.say("/count");
            ada.say("hi");
            assertThat(bob.heard()).as("the first thing bob hears: a question to the server is none of his business")
                    .isEqualTo("hi");
            bob.say("hello");
            assertThat(ada.heard()).as("the first thing ada hears, who asked: answer in SocketListener.onFrame")
                    .isEqualTo("3 here");
            assertThat(ada.heard()).isEqualTo("hello");
            assertThat(cleo.heard()).isEqualTo("hi");
            assertThat(cleo.heard()).isEqualTo("hello");
        }
    }

    @Test
    void whatOnlyLooksLikeTheQuestionIsSaidToEveryone() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                TestClient ada = TestClient.open(server.address().getPort(), "/ws");
                TestClient bob = TestClient.open(server.address().getPort(), "/ws")) {
            byte[] file = "\6\0/countx".getBytes(UTF_8);
            ada.say("/count");
            ada.say("/counting sheep");
            ada.sendBinary(file);
            assertThat(bob.heard()).as("a text that only begins like the question").isEqualTo("/counting sheep");
            assertThat(bob.heardBinary()).as("a file that is called so").isEqualTo(file);
        }
    }

    @Test
    void theSameBytesInABinaryFrameAreNoQuestion() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                RawWebSocket ada = RawWebSocket.open(server.address().getPort(), "/ws")) {
            ada.send(Wire.BINARY, "/count".getBytes(UTF_8));
            assertThat(ada.read().first())
                    .as("first byte of the answer to a binary frame with these six bytes: it is no "
                            + "text and no file, and gets a close frame (136)")
                    .isEqualTo(Wire.CLOSE);
        }
    }
}
