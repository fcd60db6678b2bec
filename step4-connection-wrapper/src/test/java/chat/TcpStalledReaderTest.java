package chat;

import static chat.Heard.joined;
import static chat.Heard.left;
import static chat.Heard.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A terminal that shows nothing any more: `nc` stopped with Ctrl-Z, or a pipe that nobody empties.
class TcpStalledReaderTest {

    /// The longest name a file can have makes a long line, and a small frame.
    private static final byte[] LONG_NAME = Wire.frame(Wire.BINARY,
            Wire.join(Wire.bytes(0xFF, 0xFF), Wire.ascii("x".repeat(0xFFFF))));
    private static final int SURELY_TOO_MANY = 500;

    @Test
    void itIsDroppedAsTooSlowWhileOthersGoOn() throws Exception {
        try (TestServer server = TestServer.start("--outbox-messages=20", "--close-deadline=60s");
                RawWebSocket bob = Dialect.member(server.port(), "bob");
                RawWebSocket ada = Dialect.member(server.port(), "ada");
                Terminal stalled = Terminal.member(server.tcpPort(), 4096)) {
            Heard comes = joined(stalled.name(), 3);
            assertThat(Heard.next(ada)).isEqualTo(comes);
            assertThat(Heard.next(bob, 2)).containsExactly(joined("ada", 2), comes);
            fillUntilLeft(ada, bob, left(stalled.name(), 2));
            stalled.say("nobody hears me");
            try (Terminal another = Terminal.member(server.tcpPort())) {
                assertThat(Heard.next(ada)).isEqualTo(joined(another.name(), 3));
                ada.sendText("welcome");
                assertThat(another.line()).isEqualTo("ada: welcome");
            }
            assertThat(stalled.linesToTheEnd()).last().isEqualTo("The server closes this connection: too slow.");
        }
    }

    @Test
    void itIsCutOffAfterTheCloseDeadlineAndItsPlaceIsFree() throws Exception {
        try (TestServer server = TestServer.start("--outbox-messages=20", "--close-deadline=300ms",
                "--max-connections=3");
                RawWebSocket bob = Dialect.member(server.port(), "bob");
                RawWebSocket ada = Dialect.member(server.port(), "ada");
                Terminal stalled = Terminal.member(server.tcpPort(), 4096)) {
            assertThat(Heard.next(ada).name()).isEqualTo(stalled.name());
            assertThat(Heard.next(bob, 2)).last().extracting(Heard::name).isEqualTo(stalled.name());
            fillUntilLeft(ada, bob, left(stalled.name(), 2));
            try (RawWebSocket next = PlacesTest.patiently(server.port())) {
                assertThat(Heard.next(next).message()).endsWith(" joined, 3 people in the room");
            }
            assertThat(stalled.hasEnded()).isTrue();
        }
    }

    @Test
    void oneThatIsSlowButReadsInTimeLosesNothing() throws Exception {
        try (TestServer server = TestServer.start();
                RawWebSocket ada = Dialect.member(server.port(), "ada");
                Terminal slow = Terminal.member(server.tcpPort(), 4096);
                RawWebSocket slowToo = RawWebSocket.open(server.port(), Dialect.path("slow"), 4096)) {
            assertThat(Heard.next(slowToo)).isEqualTo(joined("slow", 3));
            assertThat(Heard.next(ada, 2)).last().isEqualTo(joined("slow", 3));
            assertThat(slow.line()).isEqualTo(joined("slow", 3).line());
            List<Heard> all = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                Heard news = said("ada", i + "x".repeat(8000));
                ada.sendText(news.message());
                assertThat(Heard.next(ada)).isEqualTo(news);
                all.add(news);
            }
            assertThat(slow.lines(500)).isEqualTo(all.stream().map(Heard::line).toList());
            assertThat(Heard.next(slowToo, 500)).isEqualTo(all);
        }
    }

    /// Ada sends what bob reads and the terminal does not, until its leave is announced to both.
    private static void fillUntilLeft(RawWebSocket ada, RawWebSocket bob, Heard leave) throws Exception {
        boolean left = false;
        for (int i = 0; !left; i++) {
            assertThat(i).as("files that somebody did not read").isLessThan(SURELY_TOO_MANY);
            ada.send(LONG_NAME);
            ada.sendText("file " + i);
            left = hearsUntil(said("ada", "file " + i), bob, leave);
            assertThat(hearsUntil(said("ada", "file " + i), ada, leave)).isEqualTo(left);
        }
    }

    /// @return whether there was a leave before the last word
    private static boolean hearsUntil(Heard last, RawWebSocket listener, Heard leave) throws Exception {
        boolean left = false;
        for (Heard news = Heard.next(listener); !news.equals(last); news = Heard.next(listener)) {
            if (news.type() == Heard.FILE) {
                assertThat(listener.read().first()).isEqualTo(Wire.BINARY);
            } else {
                assertThat(news).isEqualTo(leave);
                left = true;
            }
        }
        return left;
    }
}
