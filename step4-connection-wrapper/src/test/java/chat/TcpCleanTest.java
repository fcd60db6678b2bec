package chat;

import static chat.Heard.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a terminal is shown cannot steer it: no control character and no mark of direction, and one line for a message.
class TcpCleanTest {

    private final TestServer server = TestServer.start();
    private RawWebSocket ada;
    private Terminal terminal;

    @BeforeEach
    void bothCome() throws Exception {
        terminal = Terminal.member(server.tcpPort());
        ada = Dialect.member(server.port(), "ada");
        assertThat(terminal.line()).startsWith("ada joined");
    }

    @AfterEach
    void stop() {
        ada.close();
        terminal.close();
        server.close();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("plain, Grüße, 世界, 👋 <b>", "plain, Grüße, 世界, 👋 <b>"),
                Arguments.of("\u001b[2J\u001b]0;title\u0007", " [2J ]0;title "),
                Arguments.of("hi\nbob: I am bob\r\n", "hi bob: I am bob  "),
                Arguments.of("\u0000\b\t\u007f\u0085\u009b31m!", "      31m!"),
                Arguments.of("\u202egpj.exe\u2066\u2069\u200e\u200f\u061c.", " gpj.exe     ."),
                Arguments.of("one\u2028two\u2029three", "one two three"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsCleaned(String typed, String shown) throws Exception {
        ada.sendText(typed);
        assertThat(terminal.line()).isEqualTo("ada: " + shown);
        assertThat(Heard.next(ada)).as("with a browser it is as typed").isEqualTo(said("ada", typed));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aFilesNameIsCleaned(String name, String shown) throws Exception {
        byte[] bytes = name.getBytes(UTF_8);
        ada.send(Wire.BINARY, Wire.join(Wire.bytes(bytes.length, 0), bytes, Wire.ascii("content")));
        assertThat(terminal.line()).isEqualTo("ada sends a file: " + shown);
    }

    @Test
    void whatATerminalTypesIsCleanedForOthersAndItself() throws Exception {
        try (Terminal another = Terminal.member(server.tcpPort())) {
            assertThat(terminal.line()).startsWith(another.name() + " joined");
            another.say("\u001b[2J");
            assertThat(terminal.line()).isEqualTo(another.name() + ":  [2J");
            assertThat(another.line()).isEqualTo(another.name() + ":  [2J");
            assertThat(Heard.next(ada, 2)).endsWith(said(another.name(), "\u001b[2J"));
        }
    }

    @Test
    void aHostileNameIsCleaned() throws Exception {
        try (RawWebSocket _ = Dialect.member(server.port(), "a\u2028b")) {
            assertThat(terminal.line()).isEqualTo(Heard.joined("a b", 3).line());
        }
    }
}
