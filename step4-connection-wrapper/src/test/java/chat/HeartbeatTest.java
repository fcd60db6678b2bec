package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.against.YourServer;
import chat.edge.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// "I live", in the midst of the talk, and never in its way.
class HeartbeatTest {

    private static final int BEAT = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void itComesEverySecondUnlessToldOtherwise() throws Exception {
        assertThat(Options.parse(Settings.class).heartbeat()).isEqualTo(Duration.ofSeconds(1));
        assertThat(Options.parse(Settings.class, "--heartbeat=1ms").heartbeat()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void itComesAgainAndAgainWhileNobodySpeaks() throws Exception {
        try (TestServer server = TestServer.start(YourServer.isGiven() ? "--heartbeat=1s" : "--heartbeat=10ms");
                RawWebSocket ada = RawWebSocket.open(server.port(), Dialect.path("ada"))) {
            assertThat(nextButHeartbeats(ada)).isEqualTo(Heard.joined("ada", 1));
            for (int i = 0; i < 5; i++) {
                assertThat(Heard.next(ada)).isEqualTo(new Heard(BEAT, "", ""));
            }
        }
    }

    @Test
    void aPeriodPassesFromOneToTheNext() throws Exception {
        long start = System.nanoTime();
        try (TestServer server = TestServer.start("--heartbeat=50ms");
                RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            for (int i = 0; i < 6; i++) {
                assertThat(Heard.next(ada).type()).isEqualTo(BEAT);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void aHundredNumberedMessagesAllArriveInOrderBetweenTheBeats() throws Exception {
        List<Heard> all = IntStream.range(0, 100).mapToObj(i -> Heard.said("ada", "message " + i)).toList();
        try (TestServer server = TestServer.start("--heartbeat=1ms");
                RawWebSocket ada = Dialect.member(server.port(), "ada");
                RawWebSocket bob = RawWebSocket.open(server.port(), Dialect.path("bob"))) {
            assertThat(nextButHeartbeats(ada)).isEqualTo(Heard.joined("bob", 2));
            assertThat(nextButHeartbeats(bob).name()).isEqualTo("bob");
            for (Heard mine : all) {
                ada.sendText(mine.message());
                assertThat(nextButHeartbeats(ada)).isEqualTo(mine);
                assertThat(Heard.next(ada).type()).isEqualTo(BEAT);
            }
            for (Heard his : all) {
                assertThat(nextButHeartbeats(bob)).isEqualTo(his);
            }
        }
    }

    @Test
    void itNeverComesBetweenAFileAndItsAnnouncement() throws Exception {
        try (TestServer server = TestServer.start("--heartbeat=1ms");
                RawWebSocket bob = Dialect.member(server.port(), "bob");
                Terminal cyd = Terminal.member(server.tcpPort())) {
            try (RawWebSocket ada = Dialect.member(server.port(), "ada")) {
                for (int i = 0; i < 100; i++) {
                    ada.send(Wire.BINARY, Dialect.file(1000));
                }
                for (int i = 0; i < 100; i++) {
                    Heard news = nextButHeartbeats(bob);
                    while (news.type() == Heard.JOINED) {
                        news = nextButHeartbeats(bob);
                    }
                    assertThat(news).isEqualTo(Heard.file("ada", "f"));
                    assertThat(bob.read().first()).isEqualTo(Wire.BINARY);
                }
            }
            assertThat(cyd.line()).isEqualTo("ada joined, 3 people in the room");
        }
    }

    @Test
    void aFullOutboxStopsItAndRoomLetsItGoOn() throws Exception {
        try (TestServer server = TestServer.start("--heartbeat=1ms", "--outbox-messages=10", "--file-limit=10000000",
                "--outbox-bytes=20000000", "--write-deadline=60s");
                RawWebSocket bob = Dialect.member(server.port(), "bob");
                RawWebSocket ada = RawWebSocket.open(server.port(), Dialect.path("ada"), 4096)) {
            assertThat(nextButHeartbeats(ada)).isEqualTo(Heard.joined("ada", 2));
            bob.send(Wire.BINARY, Dialect.file(10_000_000));
            Awaitility.await().atMost(PATIENCE).until(VirtualThreads::names, now -> now.contains("heartbeat ada"));
            assertThat(nextButHeartbeats(ada)).isEqualTo(Heard.file("bob", "f"));
            assertThat(ada.read().first()).isEqualTo(Wire.BINARY);
            for (int i = 0; i < 50; i++) {
                assertThat(Heard.next(ada).type()).isEqualTo(BEAT);
            }
        }
    }

    @Test
    void aTerminalHearsNone() throws Exception {
        try (TestServer server = TestServer.start("--heartbeat=1ms");
                Terminal cyd = Terminal.member(server.tcpPort());
                RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            for (int beats = 0; beats < 50;) {
                beats += Heard.next(ada).type() == BEAT ? 1 : 0;
            }
            ada.sendText("did you hear anything?");
            assertThat(cyd.lines(2)).containsExactly("ada joined, 2 people in the room",
                    "ada: did you hear anything?");
        }
    }

    private static Heard nextButHeartbeats(RawWebSocket client) throws IOException {
        Heard next = Heard.next(client);
        while (next.type() == BEAT) {
            next = Heard.next(client);
        }
        return next;
    }
}
