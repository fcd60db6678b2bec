package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who takes nothing for the write deadline is stuck; who takes little is only slow. No outbox is ever full here, and
/// nobody is pinged. The witness is a terminal.
class WriteDeadlineTest {

    private static final int FILES = 12;
    private static final byte[] FILE = Dialect.file(1_000_000);
    private static final int LINES = 1000;
    private static final String LINE = "x".repeat(8000);

    @Test
    void aReaderThatIsStuckLeavesOnceAndIsGone() throws Exception {
        try (TestServer server = start("--write-deadline=2s", "--close-deadline=100ms");
                Terminal witness = Terminal.member(server.tcpPort());
                RawWebSocket stuck = RawWebSocket.open(server.port(), Dialect.path("stuck"), 4096)) {
            assertThat(witness.line()).startsWith("stuck joined");
            sendFiles(server);
            assertThat(leavesBeforeItsWord(witness)).containsExactlyInAnyOrder("ada", "stuck");
            assertThat(stuck.hasEnded()).isTrue();
        }
    }

    @Test
    void aTerminalThatIsStuckLeavesOnceAndFindsALastLineIfItReadsAgain() throws Exception {
        try (TestServer server = start("--write-deadline=2s", "--close-deadline=600s");
                Terminal witness = Terminal.member(server.tcpPort());
                Terminal stuck = Terminal.member(server.tcpPort(), 4096)) {
            Waiting<List<String>> leaves = Waiting.begin(() -> leavesBeforeItsWord(witness));
            sendLines(server);
            assertThat(leaves.returns()).containsExactlyInAnyOrder("ada", stuck.name());
            assertThat(stuck.linesToTheEnd()).endsWith("The server closes this connection: "
                    + "too slow, nothing could be written for 2000 ms.");
        }
    }

    @Test
    void aReaderThatIsSlowButAliveGetsEverything() throws Exception {
        try (TestServer server = start("--write-deadline=1s");
                RawWebSocket slow = RawWebSocket.open(server.port(), Dialect.path("slow"), 4096)) {
            assertThat(Heard.next(slow)).isEqualTo(Heard.joined("slow", 1));
            Waiting<Boolean> sending = Waiting.begin(() -> sendFiles(server));
            assertThat(Heard.next(slow)).isEqualTo(Heard.joined("ada", 2));
            for (int i = 0; i < FILES; i++) {
                assertThat(Heard.next(slow)).isEqualTo(Heard.file("ada", "f"));
                Thread.sleep(Duration.ofMillis(200));
                assertThat(slow.read().payload().remaining()).isEqualTo(FILE.length);
            }
            assertThat(sending.returns()).isTrue();
            slow.sendText("I have it all");
            assertThat(Heard.next(slow)).isEqualTo(Heard.left("ada", 1));
            assertThat(Heard.next(slow)).isEqualTo(Heard.said("slow", "I have it all"));
        }
    }

    @Test
    void aTerminalThatIsSlowButAliveGetsEverything() throws Exception {
        try (TestServer server = start("--write-deadline=1s");
                Terminal slow = Terminal.member(server.tcpPort(), 4096)) {
            Waiting<Boolean> sending = Waiting.begin(() -> sendLines(server));
            assertThat(slow.line()).isEqualTo("ada joined, 2 people in the room");
            for (int i = 0; i < LINES; i++) {
                assertThat(slow.line()).isEqualTo("ada: " + LINE);
                if (i % 10 == 0) {
                    Thread.sleep(Duration.ofMillis(20));
                }
            }
            assertThat(slow.line()).isEqualTo("ada left, 1 person in the room");
            assertThat(sending.returns()).isTrue();
        }
    }

    private static TestServer start(String... deadlines) {
        String[] options = {"--ping=3600s", "--outbox-bytes=40000000", "--outbox-messages=10000"};
        return TestServer.start(Stream.of(options, deadlines).flatMap(Arrays::stream)
                .toArray(String[]::new));
    }

    /// More than the system's buffers hold.
    private static void sendFiles(TestServer server) throws IOException {
        try (RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            for (int i = 0; i < FILES; i++) {
                ada.send(Wire.BINARY, FILE);
            }
        }
    }

    /// The same in text; nobody is in a hurry.
    private static void sendLines(TestServer server) throws IOException {
        try (RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            for (int i = 0; i < LINES; i++) {
                ada.sendText(LINE);
                while (!Heard.next(ada).message().equals(LINE)) {
                    // who leaves
                }
            }
        }
    }

    /// Waits until ada and the stuck one have left.
    ///
    /// @return who has left when the witness hears its own word after that
    private static List<String> leavesBeforeItsWord(Terminal witness) throws IOException {
        List<String> leaves = new ArrayList<>();
        String word = witness.name() + ": that was it";
        for (String line = witness.line(); !line.equals(word); line = witness.line()) {
            if (line.contains(" left, ")) {
                leaves.add(line.substring(0, line.indexOf(" left, ")));
                if (leaves.size() == 2) {
                    witness.say("that was it");
                }
            }
        }
        return leaves;
    }
}
