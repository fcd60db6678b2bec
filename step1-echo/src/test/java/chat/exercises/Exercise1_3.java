package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.TestClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.3")
class Exercise1_3 {

    @Test
    void eachConnectionCountsItsOwnMessages() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                TestClient ada = TestClient.open(server.address().getPort(), "/ws");
                TestClient bob = TestClient.open(server.address().getPort(), "/ws")) {
            ada.say("hi");
            assertThat(ada.heard()).as("the echo of the first message: its number, a colon, a space, the text")
                    .isEqualTo("1: hi");
            ada.say("there");
            assertThat(ada.heard()).as("the echo of the second message").isEqualTo("2: there");
            bob.say("hello");
            assertThat(bob.heard()).as("another connection begins at 1: the count is a field of its SocketListener")
                    .isEqualTo("1: hello");
            ada.sendBinary(new byte[]{7});
            assertThat(ada.heardBinary()).as("a binary message comes back as it was").containsExactly(7);
            ada.say("again");
            assertThat(ada.heard()).as("a binary message has a number too").isEqualTo("4: again");
        }
    }
}
