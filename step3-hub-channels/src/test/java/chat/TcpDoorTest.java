package chat;

import static chat.Heard.joined;
import static chat.Heard.left;
import static chat.Heard.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.against.YourServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A terminal at the TCP door, and ada with a browser: one room, one order, a line for a message.
class TcpDoorTest {

    private static final int TEXT_LIMIT = 8192;

    private final TestServer server = TestServer.start();
    private RawWebSocket ada;
    private Terminal terminal;

    @BeforeEach
    void bothCome() throws Exception {
        ada = Dialect.member(server.port(), "ada");
        terminal = Terminal.dial(server.tcpPort());
        assertThat(terminal.line()).isEqualTo("You are " + terminal.name());
        bothHear(joined(terminal.name(), 2));
    }

    @AfterEach
    void stop() {
        ada.close();
        terminal.close();
        server.close();
    }

    @Test
    void bothDoorsHearEachOtherInOneOrder() throws Exception {
        terminal.say("hi");
        bothHear(said(terminal.name(), "hi"));
        ada.sendText("hello");
        bothHear(said("ada", "hello"));
        assertThat(AtOnce.run(List.of(() -> sayAll(ada::sendText), () -> sayAll(terminal::say)))).isEmpty();
        List<Heard> heard = Heard.next(ada, 400);
        assertThat(terminal.lines(400)).isEqualTo(heard.stream().map(Heard::line).toList());
        assertThat(heard).filteredOn(news -> news.name().equals("ada")).hasSize(200);
    }

    private interface Speaker {
        void say(String text) throws Exception;
    }

    private static void sayAll(Speaker speaker) throws Exception {
        for (int i = 0; i < 200; i++) {
            speaker.say("message " + i);
        }
    }

    @Test
    void joinsAndLeavesAreToldAtBothDoors() throws Exception {
        String second;
        try (Terminal another = Terminal.member(server.tcpPort())) {
            second = another.name();
            bothHear(joined(second, 3));
        }
        bothHear(left(second, 2));
        ada.close();
        assertThat(terminal.line()).isEqualTo(left("ada", 1).line());
    }

    @Test
    void aFileIsAnnouncedAndNotSent() throws Exception {
        ada.send(Wire.BINARY, Dialect.file(10_000));
        ada.sendText("did you see that?");
        assertThat(terminal.lines(2)).containsExactly("ada sends a file: f", "ada: did you see that?");
    }

    @Test
    void aLineMayEndAsWindowsWritesIt() throws Exception {
        terminal.send(Wire.ascii("one\r\ntwo\nthree\r\r\n"));
        bothHear(said(terminal.name(), "one"), said(terminal.name(), "two"));
        assertThat(Heard.next(ada)).isEqualTo(said(terminal.name(), "three\r"));
        assertThat(terminal.line()).isEqualTo(terminal.name() + ": three ");
    }

    @Test
    void aLineMayComeInPieces() throws Exception {
        for (byte piece : "Grüße\r\n".getBytes(UTF_8)) {
            terminal.send(Wire.bytes(piece & 0xFF));
        }
        bothHear(said(terminal.name(), "Grüße"));
    }

    @Test
    void blankLinesAreIgnored() throws Exception {
        terminal.send("\n\r\n   \n\t\r\n\u3000\nthat was nothing\n".getBytes(UTF_8));
        bothHear(said(terminal.name(), "that was nothing"));
    }

    @ParameterizedTest
    @ValueSource(ints = {TEXT_LIMIT + 1, TEXT_LIMIT + 2, 20_000, 1_000_000})
    void tooLongALineIsAnsweredAndNotSentAndTheConnectionStays(int length) throws Exception {
        terminal.say("x".repeat(length));
        assertThat(terminal.line()).matches(YourServer.isGiven() ? "[A-Z].*[.]" : "[A-Z].*\\b8192 bytes\\b.*[.]");
        terminal.say("sorry");
        bothHear(said(terminal.name(), "sorry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void theLongestLineIsSent(String end) throws Exception {
        String longest = "é".repeat(TEXT_LIMIT / 2);
        terminal.send((longest + end).getBytes(UTF_8));
        bothHear(said(terminal.name(), longest));
    }

    @Test
    void aLineThatIsNotUtf8IsAnsweredAndNotSentAndTheConnectionStays() throws Exception {
        List<byte[]> lines = new ArrayList<>(List.of(Wire.bytes(0xFF, '\n'), Wire.bytes('a', 0xC3, '\n'),
                Wire.bytes(0xED, 0xA0, 0x80, '\r', '\n'), Wire.bytes(0xC0, 0xAF, '\n')));
        for (byte[] line : lines) {
            terminal.send(line);
            assertThat(terminal.line()).matches(YourServer.isGiven() ? "[A-Z].*[.]" : "[A-Z].*UTF-8.*[.]");
        }
        terminal.say("sorry");
        bothHear(said(terminal.name(), "sorry"));
    }

    private void bothHear(Heard... news) throws Exception {
        for (Heard each : news) {
            assertThat(Heard.next(ada)).isEqualTo(each);
            assertThat(terminal.line()).isEqualTo(each.line());
        }
    }
}
