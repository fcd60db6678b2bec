package chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A binary message is a file, `[length of name][name][bytes]`: the right ones arrive, the wrong ones are refused.
class FilesTest {

    private static final int LIMIT = 1_048_576;
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFileOfExactlyTheLimitArrivesByteForByteAtTwentyReceivers() throws Exception {
        List<RawWebSocket> receivers = new ArrayList<>();
        try (RawWebSocket sender = Dialect.newcomer(server.port())) {
            for (int i = 0; i < 20; i++) {
                receivers.add(Dialect.member(server.port()));
            }
            sender.send(Wire.BINARY, Dialect.file(LIMIT));
            for (RawWebSocket receiver : receivers) {
                while (Heard.next(receiver).type() != Heard.FILE) {
                    // those who came later
                }
                RawWebSocket.Received file = receiver.read();
                assertThat(file.first()).isEqualTo(Wire.BINARY);
                assertThat(file.bytes()).isEqualTo(Dialect.file(LIMIT));
            }
        } finally {
            receivers.forEach(RawWebSocket::close);
        }
    }

    static Stream<Arguments> noFiles() {
        return Stream.of(
                Arguments.of("nothing", Wire.bytes()),
                Arguments.of("half a length", Wire.bytes(1)),
                Arguments.of("a name of length 0", Wire.bytes(0, 0)),
                Arguments.of("a name of length 0 and bytes", Wire.bytes(0, 0, 'f', 'x')),
                Arguments.of("a length and no name", Wire.bytes(1, 0)),
                Arguments.of("a name one byte longer than the frame", Wire.bytes(4, 0, 'f', 'o', 'o')),
                Arguments.of("a length written big-endian", Wire.bytes(0, 3, 'f', 'o', 'o', 'x')),
                Arguments.of("a name of length 65535 in a short frame", Wire.bytes(0xFF, 0xFF, 'f', 'o', 'o')),
                Arguments.of("a name of length 65535 and 65534 bytes", named(0xFFFF, new byte[0xFFFE])),
                Arguments.of("a byte that is in no character", Wire.bytes(1, 0, 0xFF)),
                Arguments.of("a character cut off by the end of the name", Wire.bytes(2, 0, 'f', 0xC3, 0xA9)),
                Arguments.of("an overlong slash", Wire.bytes(2, 0, 0xC0, 0xAF)),
                Arguments.of("half a surrogate pair", Wire.bytes(3, 0, 0xED, 0xA0, 0x80)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noFiles")
    void whatIsNoFileIsClosedWith1008AndReachesNobody(String what, byte[] message) throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker()
                    .send(Wire.join(Wire.frame(Wire.BINARY, message), Wire.frame(Wire.TEXT, "and another thing")));
            assertThat(talk.closing().code()).isEqualTo(1008);
            talk.speaker().sendClose(1008);
            assertThat(talk.speaker().hasEnded()).isTrue();
            talk.othersAreUndisturbed();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/etc/passwd", "C:\\x", "CON", "a.html", "x\u0000.txt", "\u202egpj.exe",
            "a\r\nb", ".",
            " ", "\u001b[2J", "世界 👋", "\ufffd"})
    void aHostileNameIsPassedOnUnchanged(String name) throws Exception {
        assertArrives(named(name.getBytes(UTF_8).length, Wire.join(name.getBytes(UTF_8), Wire.ascii("content"))));
    }

    @Test
    void theLongestNameArrives() throws Exception {
        assertArrives(named(0xFFFF, new byte[0xFFFF + 5]));
    }

    @Test
    void aFileMayBeEmpty() throws Exception {
        assertArrives(named(3, Wire.ascii("foo")));
    }

    @Test
    void aFilesOwnBytesMayBeAny() throws Exception {
        assertArrives(named(1, Wire.bytes('f', 0xFF, 0xC0, 0, 0xED)));
    }

    private static void assertArrives(byte[] file) throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(Wire.BINARY, file);
            assertThat(talk.heardFile()).isEqualTo(file);
        }
    }

    private static byte[] named(int length, byte[] rest) {
        return Wire.join(Wire.bytes(length & 0xFF, length >> 8), rest);
    }
}
