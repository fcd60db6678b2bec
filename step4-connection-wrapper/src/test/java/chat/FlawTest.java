package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is still wrong with this step, and what was wrong with the one before.
class FlawTest {

    /// Step 3: `aSilentPeerStaysForEver`.
    @Test
    void aSilentPeerIsFoundAndLeaves() throws Exception {
        try (TestServer server = TestServer.start("--ping=50ms", "--pong=50ms", "--close-deadline=50ms");
                Terminal witness = Terminal.member(server.tcpPort());
                RawWebSocket silent = RawWebSocket.open(server.port(), Dialect.path("silent"))) {
            assertThat(witness.lines(2)).containsExactly("silent joined, 2 people in the room",
                    "silent left, 1 person in the room");
            assertThat(silent.hasEnded()).isTrue();
        }
    }

    /// Step 3: `whatWasAcceptedIsLostAtTheEnd`.
    @Test
    void whatWasAcceptedIsSentAtTheEnd() throws Exception {
        TestServer server = TestServer.start("--stop-deadline=30s", "--outbox-bytes=40000000");
        try (RawWebSocket bob = RawWebSocket.open(server.port(), Dialect.path("bob"), 4096)) {
            assertThat(Heard.next(bob)).isEqualTo(Heard.joined("bob", 1));
            try (RawWebSocket ada = Dialect.member(server.port(), "ada")) {
                for (int i = 0; i < 10; i++) {
                    ada.send(Wire.BINARY, Dialect.file(1_000_000));
                }
                ada.sendText("that was all");
                assertThat(Heard.next(ada)).isEqualTo(Heard.said("ada", "that was all"));
            }
            Waiting<Boolean> stop = Waiting.begin(server::close);
            assertThat(Heard.next(bob)).isEqualTo(Heard.joined("ada", 2));
            for (int i = 0; i < 10; i++) {
                assertThat(Heard.next(bob)).isEqualTo(Heard.file("ada", "f"));
                assertThat(bob.read().payload().remaining()).isEqualTo(1_000_000);
            }
            assertThat(Heard.next(bob)).isEqualTo(Heard.said("ada", "that was all"));
            assertThat(bob.closing().code()).isEqualTo(1001);
            bob.reset();
            stop.returns();
        }
    }

    @Test
    void whatIsSaidWhileYouAreAwayIsLost() throws Exception {
        try (TestServer server = TestServer.start();
                RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            try (RawWebSocket bob = Dialect.member(server.port(), "bob")) {
                assertThat(Heard.next(ada)).isEqualTo(Heard.joined("bob", 2));
                bob.reset();
            }
            assertThat(Heard.next(ada)).isEqualTo(Heard.left("bob", 1));
            ada.sendText("bob, are you there?");
            assertThat(Heard.next(ada)).isEqualTo(Heard.said("ada", "bob, are you there?"));
            try (RawWebSocket bob = RawWebSocket.open(server.port(), Dialect.path("bob"))) {
                assertThat(Heard.next(bob)).isEqualTo(Heard.joined("bob", 2));
                ada.sendText("welcome back");
                assertThat(Heard.next(bob)).isEqualTo(Heard.said("ada", "welcome back"));
            }
        }
    }

    @Test
    void twoServersAreTwoRooms() throws Exception {
        try (TestServer one = TestServer.start();
                TestServer other = TestServer.start();
                RawWebSocket ada = RawWebSocket.open(one.port(), Dialect.path("ada"));
                RawWebSocket bob = RawWebSocket.open(other.port(), Dialect.path("bob"))) {
            assertThat(Heard.next(ada)).isEqualTo(Heard.joined("ada", 1));
            assertThat(Heard.next(bob)).isEqualTo(Heard.joined("bob", 1));
            ada.sendText("is anybody here?");
            assertThat(Heard.next(ada)).isEqualTo(Heard.said("ada", "is anybody here?"));
            bob.sendText("nobody");
            assertThat(Heard.next(bob)).as("the first thing bob hears").isEqualTo(Heard.said("bob", "nobody"));
        }
    }
}
