package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// "Do you live?" The witness is a terminal: it is never asked. A bare socket answers nothing unless a test does.
class PingTest {

    private static final int BEAT = 4;
    private static final String NO_PING = "--ping=3600s";

    @Test
    void whoeverDoesNotAnswerIsToldAndLeavesOnce() throws Exception {
        try (TestServer server = TestServer.start("--ping=50ms", "--pong=100ms", "--close-deadline=1s");
                Terminal witness = Terminal.member(server.tcpPort());
                RawWebSocket dead = RawWebSocket.open(server.port(), Dialect.path("dead"))) {
            assertThat(witness.lines(2)).containsExactly("dead joined, 2 people in the room",
                    "dead left, 1 person in the room");
            List<RawWebSocket.Received> frames = List.of(dead.read(), dead.read());
            assertThat(frames).extracting(RawWebSocket.Received::first).containsExactlyInAnyOrder(Wire.TEXT, Wire.PING);
            assertThat(RawWebSocket.closeOf(dead.read()))
                    .isEqualTo(new RawWebSocket.Close(1008, "no pong within 100 ms"));
            assertThat(dead.hasEnded()).isTrue();
            witness.say("I am alone");
            assertThat(witness.line()).isEqualTo(witness.name() + ": I am alone");
        }
    }

    @Test
    void aHundredDeadPeersLeaveOneByOne() throws Exception {
        int many = 100;
        RawWebSocket[] dead = new RawWebSocket[many];
        try (TestServer server = TestServer.start("--ping=100ms", "--pong=50ms", "--close-deadline=1s");
                Terminal witness = Terminal.member(server.tcpPort())) {
            for (int i = 0; i < many; i++) {
                dead[i] = Dialect.newcomer(server.port());
            }
            int joined = 0;
            for (int left = 0; left < many;) {
                String news = witness.line();
                joined += news.contains(" joined, ") ? 1 : 0;
                left += news.contains(" left, ") ? 1 : 0;
                assertThat(news).endsWith(
                        joined == left ? ", 1 person in the room" : ", " + (1 + joined - left) + " people in the room");
            }
            for (RawWebSocket socket : dead) {
                assertThat(socket.hasEnded()).isTrue();
                socket.close();
            }
        }
    }

    @Test
    void whoeverAnswersStays() throws Exception {
        try (TestServer server = TestServer.start("--ping=20ms", "--pong=20s");
                RawWebSocket ada = RawWebSocket.open(server.port(), Dialect.path("ada"))) {
            assertThat(nextText(ada)).isEqualTo(Heard.joined("ada", 1));
            for (int i = 0; i < 20; i++) {
                RawWebSocket.Received ping = ada.read();
                assertThat(ping.first()).isEqualTo(Wire.PING);
                ada.send(Wire.PONG, ping.bytes());
            }
            ada.sendText("I am still here");
            assertThat(nextText(ada)).isEqualTo(Heard.said("ada", "I am still here"));
        }
    }

    /// What the server sends goes into the system's buffers, whether anybody lives behind them or not.
    @Test
    void theHeartbeatDoesNotFindADeadPeer() throws Exception {
        try (TestServer server = TestServer.start("--heartbeat=2ms", NO_PING, "--pong=1ms");
                RawWebSocket dead = Dialect.member(server.port(), "dead");
                RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            for (int beats = 0; beats < 200; beats++) {
                assertThat(Heard.next(ada).type()).isEqualTo(BEAT);
            }
            try (Terminal newcomer = Terminal.dial(server.tcpPort())) {
                assertThat(newcomer.lines(2).getLast()).endsWith(" joined, 3 people in the room");
            }
            assertThat(Heard.next(dead).type()).as("nobody has read any of it").isIn(Heard.JOINED, BEAT);
        }
    }

    /// A browser answers by itself and its page is not told: no message comes, only control frames.
    @Test
    void thePingDoesNotTellThePageThatTheServerLives() throws Exception {
        try (TestServer server = TestServer.start("--ping=5ms", "--pong=20s");
                RawWebSocket ada = RawWebSocket.open(server.port(), Dialect.path("ada"))) {
            assertThat(nextText(ada)).isEqualTo(Heard.joined("ada", 1));
            for (int i = 0; i < 50; i++) {
                assertThat(ada.read().first()).isEqualTo(Wire.PING);
                ada.send(Wire.PONG, new byte[0]);
            }
        }
    }

    /// A pong waits behind what was sent before, and while its inbox is full the peer is not read. Blank texts are
    /// heard by nobody, and a hub that takes one at a time is slower than any sender.
    @Test
    void whoeverFloodsUsForLongerThanBothDeadlinesStays() throws Exception {
        byte[] thousand = Wire.join(Collections.nCopies(1000, Wire.frame(Wire.TEXT, " ")).toArray(byte[][]::new));
        try (TestServer server = TestServer.start("--ping=50ms", "--pong=2s", "--inbox-messages=1",
                "--hub-inbox-events=1");
                RawWebSocket flooder = RawWebSocket.open(server.port(), Dialect.path("flooder"))) {
            assertThat(nextText(flooder)).isEqualTo(Heard.joined("flooder", 1));
            long start = System.nanoTime();
            while (System.nanoTime() - start < 3_500_000_000L) {
                flooder.send(thousand);
            }
            assertThat(flooder.read().first()).isEqualTo(Wire.PING);
            assertThat(flooder.hearsNothingFor(Duration.ofMillis(1))).as("it still waits for the pong").isTrue();
        }
    }

    private static Heard nextText(RawWebSocket client) throws Exception {
        RawWebSocket.Received next = client.read();
        while (next.first() == Wire.PING) {
            client.send(Wire.PONG, next.bytes());
            next = client.read();
        }
        return Heard.of(next);
    }
}
