package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.against.YourServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which names get in: who has none is sent to the page, who has a bad one is told why.
class NameTest {

    private static final String EMOJI = "%F0%9F%98%80";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/ws?", "/ws?name", "/ws?name=", "/ws?name=%20%20", "/ws?name=+",
            "/ws?name=%09%0d%0a",
            "/ws?name=%E3%80%80", "/ws?Name=ada", "/ws?nam=ada", "/ws?x=1&name="})
    void whoHasNoNameIsSentToThePage(String path) throws Exception {
        HttpAnswer answer = handshake(path);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertRefused(answer, 302, "name");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("%00", "control"), Arguments.of("ada%00", "control"), Arguments.of("%1b[2J", "control"),
                Arguments.of("a%0d%0aSet-Cookie:x", "control"), Arguments.of("ada%0a", "control"),
                Arguments.of("a%09b", "control"), Arguments.of("%7f", "control"), Arguments.of("%C2%85a", "control"),
                Arguments.of("a%D8%9C", "direction"), Arguments.of("%E2%80%8Ea", "direction"),
                Arguments.of("%E2%80%8F", "direction"), Arguments.of("%E2%80%AAa", "direction"),
                Arguments.of("%E2%80%AEa", "direction"), Arguments.of("%E2%81%A6a", "direction"),
                Arguments.of("%E2%81%A9a", "direction"), Arguments.of("%ff", "broken"), Arguments.of("ad%C3", "broken"),
                Arguments.of("%ED%A0%80", "broken"), Arguments.of("%EF%BF%BD", "broken"),
                Arguments.of("127.0.0.1:50412", "address"), Arguments.of("%20127.0.0.1:50412%20", "address"),
                Arguments.of("[::1]:50412", "address"), Arguments.of("a".repeat(25), "24"),
                Arguments.of(EMOJI.repeat(25), "24"), Arguments.of("ada&name=bob", "One"),
                Arguments.of("ada&name=ada", "One"), Arguments.of("&name=ada", "One"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void whoHasABadNameIsToldWhy(String name, String why) throws Exception {
        assertRefused(handshake("/ws?name=" + name), 400, why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws?name=%zz", "/ws?name=%", "/ws?name=%4", "/ws?name=<b>"})
    void whatIsNoAddressGets400(String path) throws Exception {
        assertThat(handshake(path).status()).isEqualTo(400);
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("a", "a"), Arguments.of("a".repeat(24), "a".repeat(24)),
                Arguments.of(EMOJI.repeat(24), "😀".repeat(24)), Arguments.of("%20%20ada%E3%80%80", "ada"),
                Arguments.of("ada%20lovelace", "ada lovelace"), Arguments.of("ada+lovelace", "ada lovelace"),
                Arguments.of("+".repeat(30) + "ada", "ada"), Arguments.of("name", "name"),
                Arguments.of("a%26b%23%2B%E5%BC%A0%E4%B8%89%3Cb%3E", "a&b#+张三<b>"),
                Arguments.of("%22%7D%2C%5C", "\"},\\"), Arguments.of("127.0.0.1", "127.0.0.1"),
                Arguments.of("localhost:80", "localhost:80"), Arguments.of("12:30", "12:30"),
                Arguments.of("%25ff", "%ff"), Arguments.of("ada&x=y", "ada"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void aGoodNameIsShownAsItWasTyped(String encoded, String name) throws Exception {
        try (TestServer empty = TestServer.start();
                RawWebSocket client = RawWebSocket.open(empty.port(), "/ws?name=" + encoded)) {
            client.sendText("hi");
            assertThat(Heard.next(client, 2)).containsExactly(Heard.joined(name, 1), Heard.said(name, "hi"));
        }
    }

    @Test
    void howLongANameMayBeIsASetting() throws Exception {
        try (TestServer strict = TestServer.start("--name-limit=3")) {
            Dialect.member(strict.port(), "ada").close();
            HttpAnswer tooLong = HttpAnswer.to(strict.port(), HandshakeRequest.to(strict.port(), "/ws?name=adas"));
            assertRefused(tooLong, 400, "3");
        }
    }

    @Test
    void thePageCanAskWhatIsWrongWithAName() throws Exception {
        for (String path : List.of("/ws", "/ws?name=%00")) {
            HandshakeRequest asked = HandshakeRequest.to(server.port(), path)
                    .without("Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version");
            assertThat(HttpAnswer.to(server.port(), asked)).usingRecursiveComparison().ignoringFields("headers")
                    .isEqualTo(handshake(path));
        }
    }

    @Test
    void aNameIsLookedAtAfterTheOriginAndBeforeTheVersion() throws Exception {
        for (String path : List.of("/ws", "/ws?name=%00")) {
            HandshakeRequest old = HandshakeRequest.to(server.port(), path).with("Sec-WebSocket-Version", "8");
            assertThat(HttpAnswer.to(server.port(), old)).usingRecursiveComparison().ignoringFields("headers")
                    .isEqualTo(handshake(path));
            assertThat(HttpAnswer.to(server.port(), old.with("Origin", "null")).status()).isEqualTo(403);
        }
    }

    @Test
    void aRefusalIsOneLineInTheLog() throws Exception {
        try (ServerProcess process = ServerProcess.start()) {
            for (String path : List.of("/ws?name=a%0d%0ab%1b[2J", "/ws")) {
                try (RawConnection raw = RawConnection.dial(process.port())) {
                    raw.send(HandshakeRequest.to(process.port(), path));
                    int status = raw.answer().status();
                    String who = raw.address() + " refused with " + status;
                    assertThat(process.awaitLog(line -> line.contains(who))).matches(LogTest.LINE);
                }
            }
            assertThat(process.log()).hasSize(2);
        }
    }

    private static HttpAnswer handshake(String path) throws Exception {
        return HttpAnswer.to(server.port(), HandshakeRequest.to(server.port(), path));
    }

    private static void assertRefused(HttpAnswer answer, int status, String why) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).matches("[A-Z][^\n<]+[.]\n?").contains(YourServer.isGiven() ? "" : why);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }
}
