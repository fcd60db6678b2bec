package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.RawWebSocket;
import chat.TestClient;
import chat.Wire;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.4")
class Exercise1_4 {

    @Test
    void spamIsNotEchoedAndNothingAfterIt() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                RawWebSocket rude = RawWebSocket.open(server.address().getPort(), "/ws")) {
            rude.sendText("good morning");
            assertThat(rude.read().text()).as("the echo of a text without that word").isEqualTo("good morning");

            rude.send(Wire.BINARY, Wire.ascii("spam"));
            assertThat(rude.read().first()).as("first byte of the answer to a file with these four bytes in it: it is "
                    + "no text, and comes back (130)").isEqualTo(Wire.BINARY);

            rude.sendText("buy my spam");
            rude.sendText("and another thing");
            assertThat(rude.read().first()).as("first byte of the answer to \"buy my spam\": 129 is a text, 136 is the "
                    + "close frame that Closing.close sends").isEqualTo(Wire.CLOSE);
        }
    }

    @Test
    void whoSaysSpamIsClosedWith1008AndTheOthersStay() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0", "--text-limit=100");
                RawWebSocket rude = RawWebSocket.open(server.address().getPort(), "/ws");
                TestClient kind = TestClient.open(server.address().getPort(), "/ws")) {
            rude.sendText("buy my spam");
            rude.sendText("x".repeat(101)); // closes the connection as well, if nothing else has
            assertThat(rude.closing()).as("code and reason of the close frame")
                    .isEqualTo(new RawWebSocket.Close(1008, "no spam here"));

            kind.say("ham");
            assertThat(kind.heard()).as("the others are not disturbed").isEqualTo("ham");
        }
    }
}
