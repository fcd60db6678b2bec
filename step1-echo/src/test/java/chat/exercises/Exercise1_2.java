package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.TestClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-1.2")
class Exercise1_2 {

    @Test
    void aNewcomerIsGreetedBeforeItSaysAnything() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                TestClient ada = TestClient.open(server.address().getPort(), "/ws")) {
            ada.say("hi");
            assertThat(ada.heard()).as("the first message a newcomer gets, before it has said anything")
                    .isEqualTo("Welcome");
            assertThat(ada.heard()).as("the second message: the echo, as before").isEqualTo("hi");

            try (TestClient bob = TestClient.open(server.address().getPort(), "/ws")) {
                assertThat(bob.heard()).as("what the next newcomer gets, who has not said anything yet")
                        .isEqualTo("Welcome");
                bob.say("hello");
                assertThat(bob.heard()).isEqualTo("hello");
            }
            ada.say("still here");
            assertThat(ada.heard()).as("who is in already is not greeted again").isEqualTo("still here");
        }
    }
}
