package chat;

import static chat.Wire.CONTINUATION;
import static chat.Wire.FIRST_TEXT;
import static chat.Wire.LAST;
import static chat.Wire.PING;
import static chat.Wire.TEXT;
import static chat.Wire.bytes;
import static chat.Wire.frame;
import static chat.Wire.join;
import static chat.Wire.unmasked;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Frames that break RFC 6455, one by one: the connection is failed with 1002 or 1007, nothing is delivered,
/// and nobody else notices.
class BrokenFramesTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> brokenProtocol() {
        return Stream.of(
                Arguments.of("an unmasked text", unmasked(TEXT, "hi")),
                Arguments.of("an unmasked ping", unmasked(PING, "hi")),
                Arguments.of("an unmasked empty ping", unmasked(PING, "")),
                Arguments.of("an unmasked close", bytes(Wire.CLOSE, 2, 3, 232)),
                Arguments.of("an unmasked ping behind a masked one", join(frame(Wire.PONG, "x"), unmasked(PING, "hi"))),
                Arguments.of("RSV1", frame(TEXT | 0x40, "hi")),
                Arguments.of("RSV2", frame(TEXT | 0x20, "hi")),
                Arguments.of("RSV3", frame(TEXT | 0x10, "hi")),
                Arguments.of("opcode 3", frame(0x83, "hi")),
                Arguments.of("opcode 7", frame(0x87, "hi")),
                Arguments.of("opcode 11", frame(0x8B, "hi")),
                Arguments.of("opcode 15", frame(0x8F, "hi")),
                Arguments.of("a length with its highest bit set",
                        bytes(TEXT, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4)),
                Arguments.of("a stray last fragment", frame(LAST, "hi")),
                Arguments.of("a stray continuation", frame(CONTINUATION, "hi")),
                Arguments.of("a text within a fragmented text", join(frame(FIRST_TEXT, "a"), frame(TEXT, "b"))),
                Arguments.of("two first fragments", join(frame(FIRST_TEXT, "a"), frame(FIRST_TEXT, "b"))),
                Arguments.of("a fragmented ping", frame(PING & ~Wire.FIN, "hi")),
                Arguments.of("a fragmented close", frame(Wire.CLOSE & ~Wire.FIN, "")),
                Arguments.of("a ping of 126 bytes", frame(PING, "x".repeat(126))),
                Arguments.of("a close of 126 bytes", frame(Wire.CLOSE, Wire.closing(1000, "x".repeat(124)))));
    }

    static Stream<Arguments> brokenUtf8() {
        return Stream.of(
                Arguments.of("a byte that is in no character", frame(TEXT, bytes(0xFF))),
                Arguments.of("a continuation byte alone", frame(TEXT, bytes('a', 0x80))),
                Arguments.of("a character cut off at the end", frame(TEXT, bytes('a', 0xC3))),
                Arguments.of("a character cut off by another", frame(TEXT, bytes(0xE4, 0xB8, 'a'))),
                Arguments.of("an overlong slash", frame(TEXT, bytes(0xC0, 0xAF))),
                Arguments.of("half a surrogate pair", frame(TEXT, bytes(0xED, 0xA0, 0x80))),
                Arguments.of("a number behind the last character", frame(TEXT, bytes(0xF4, 0x90, 0x80, 0x80))),
                Arguments.of("a wrong byte in the second fragment",
                        join(frame(FIRST_TEXT, "good"), frame(LAST, bytes(0xFE)))),
                Arguments.of("a character never finished by the last fragment",
                        join(frame(FIRST_TEXT, bytes(0xE4, 0xB8)), frame(LAST, ""))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenProtocol")
    void aBrokenFrameIsClosedWith1002(String what, byte[] frames) throws Exception {
        assertFailed(frames, 1002);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenUtf8")
    void brokenUtf8IsClosedWith1007(String what, byte[] frames) throws Exception {
        assertFailed(frames, 1007);
    }

    @Test
    void anUnmaskedPingInSinglePiecesIsClosedWith1002() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(bytes(PING));
            talk.speaker().hearsNothingFor(Duration.ofMillis(50));
            talk.speaker().send(bytes(0));
            assertThat(talk.closing().code()).isEqualTo(1002);
        }
    }

    @Test
    void aMessageBeforeABrokenFrameIsDelivered() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(join(frame(TEXT, "last words"), unmasked(TEXT, "hi")));
            assertThat(talk.heard()).isEqualTo("last words");
            assertThat(talk.closing().code()).isEqualTo(1002);
        }
    }

    @Test
    void aMessageBehindABrokenFrameIsNot() throws Exception {
        assertFailed(join(unmasked(PING, "hi"), frame(TEXT, "and another thing")), 1002);
        assertFailed(join(frame(TEXT, bytes(0xFF)), frame(TEXT, "and another thing")), 1007);
    }

    private static void assertFailed(byte[] frames, int code) throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            talk.speaker().send(frames);
            assertThat(talk.closing().code()).isEqualTo(code);
            assertThat(talk.speaker().hasEnded()).isTrue();
            talk.othersAreUndisturbed();
        }
    }
}
