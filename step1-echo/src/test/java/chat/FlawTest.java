package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is still wrong with this step. The next step has this test too, and expects the opposite.
class FlawTest {

    @Test
    void nobodyElseHears() throws Exception {
        try (TestServer server = TestServer.start();
                TestClient ada = TestClient.open(server.port(), Dialect.path());
                TestClient bob = TestClient.open(server.port(), Dialect.path())) {
            ada.say("is anybody here?");
            assertThat(ada.heard()).isEqualTo("is anybody here?");
            bob.say("nobody");
            assertThat(bob.heard()).as("the first thing bob hears").isEqualTo("nobody");
        }
    }

    @Test
    void nobodyElseGetsAFile() throws Exception {
        try (TestServer server = TestServer.start();
                TestClient ada = TestClient.open(server.port(), Dialect.path());
                TestClient bob = TestClient.open(server.port(), Dialect.path())) {
            ada.sendBinary(Dialect.file(1000));
            assertThat(ada.heardBinary()).isEqualTo(Dialect.file(1000));
            bob.say("no file");
            assertThat(bob.heard()).as("the first thing bob hears").isEqualTo("no file");
        }
    }
}
