package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was accepted before a stop is still sent; then everybody hears 1001. All of it within the stop deadline.
class StopDrainTest {

    private static final int FILES = 20;
    private static final byte[] FILE = Dialect.file(1_000_000);
    private static final String BIG_OUTBOX = "--outbox-bytes=40000000";
    private static final String NEVER_CUT = "--close-deadline=600s";

    @Test
    void aSlowReaderGetsEverythingAndThenTheGoodbye() throws Exception {
        try (TestServer server = TestServer.start(BIG_OUTBOX, NEVER_CUT, "--stop-deadline=40s");
                RawWebSocket slow = RawWebSocket.open(server.port(), Dialect.path("slow"), 4096)) {
            assertThat(Heard.next(slow)).isEqualTo(Heard.joined("slow", 1));
            sendFiles(server);
            Waiting<Boolean> stop = stop(server);
            assertThat(Heard.next(slow)).isEqualTo(Heard.joined("ada", 2));
            for (int i = 0; i < FILES; i++) {
                assertThat(Heard.next(slow)).isEqualTo(Heard.file("ada", "f"));
                assertThat(slow.read().payload().remaining()).isEqualTo(FILE.length);
            }
            assertThat(Heard.next(slow)).isEqualTo(Heard.said("ada", "that was all"));
            sayGoodbye(slow);
            stop.returns();
        }
    }

    @Test
    void aTerminalGetsEverythingAndThenALastLine() throws Exception {
        String line = "x".repeat(8000);
        try (TestServer server = TestServer.start(BIG_OUTBOX, NEVER_CUT, "--stop-deadline=40s");
                Terminal slow = Terminal.member(server.tcpPort(), 4096);
                RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            for (int i = 0; i < 900; i++) {
                ada.sendText(line);
                assertThat(Heard.next(ada)).isEqualTo(Heard.said("ada", line));
            }
            ada.reset();
            assertThat(slow.line()).isEqualTo("ada joined, 2 people in the room");
            Waiting<Boolean> stop = stop(server);
            for (int i = 0; i < 900; i++) {
                assertThat(slow.line()).isEqualTo("ada: " + line);
            }
            assertThat(slow.linesToTheEnd())
                    .endsWith("The server closes this connection: the server is stopping.");
            slow.reset();
            stop.returns();
        }
    }

    @Test
    void oneStalledAmongAHundredHoldsNobodyUp() throws Exception {
        List<RawWebSocket> clients = new ArrayList<>();
        try (TestServer server = TestServer.start(BIG_OUTBOX, "--close-deadline=2s", "--stop-deadline=40s");
                RawWebSocket stalled = RawWebSocket.open(server.port(), Dialect.path("stalled"), 4096)) {
            assertThat(Heard.next(stalled)).isEqualTo(Heard.joined("stalled", 1));
            sendFiles(server);
            for (int i = 0; i < 99; i++) {
                clients.add(Dialect.member(server.port()));
            }
            try (RawWebSocket ada = Dialect.member(server.port(), "ada")) {
                ada.sendText("the last word");
                awaitSaid(ada, "the last word");
                Waiting<Boolean> stop = stop(server);
                for (RawWebSocket client : clients) {
                    awaitSaid(client, "the last word");
                    sayGoodbye(client);
                }
                sayGoodbye(ada);
                stop.returns();
            }
            assertThat(stalled.hasEnded()).isTrue();
        } finally {
            clients.forEach(RawWebSocket::close);
        }
    }

    @Test
    void theStopDeadlineBeatsTheCloseDeadline() throws Exception {
        try (TestServer server = TestServer.start(BIG_OUTBOX, NEVER_CUT, "--stop-deadline=300ms");
                RawWebSocket stalled = RawWebSocket.open(server.port(), Dialect.path("stalled"), 4096)) {
            assertThat(Heard.next(stalled)).isEqualTo(Heard.joined("stalled", 1));
            sendFiles(server);
            stop(server).returns();
            assertThat(stalled.hasEnded()).isTrue();
        }
    }

    @Test
    void aServerStopsTwiceAsWellAsOnce() throws Exception {
        TestServer server = TestServer.start("--stop-deadline=600s");
        assertThat(AtOnce.run(List.of(server::close, server::close))).isEmpty();
        server.close();
    }

    /// Everybody else in the room has all of it to read when this returns, and more than the system's buffers hold.
    private static void sendFiles(TestServer server) throws IOException {
        try (RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            for (int i = 0; i < FILES; i++) {
                ada.send(Wire.BINARY, FILE);
            }
            ada.sendText("that was all");
            awaitSaid(ada, "that was all");
        }
    }

    private static void awaitSaid(RawWebSocket client, String text) throws IOException {
        Heard news = Heard.next(client);
        while (!news.message().equals(text)) {
            news = Heard.next(client);
        }
    }

    private static Waiting<Boolean> stop(TestServer server) {
        return Waiting.begin(server::close);
    }

    private static void sayGoodbye(RawWebSocket client) throws IOException {
        assertThat(client.closing()).isEqualTo(new RawWebSocket.Close(1001, "the server is stopping"));
        client.sendClose(1001);
        client.close();
    }
}
