package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets a WebSocket, and what the others are told (RFC 6455, section 4.2).
class HandshakeTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> notAHandshake() {
        HandshakeRequest good = handshake();
        return Stream.of(
                Arguments.of("plain GET",
                        good.without("Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version")),
                Arguments.of("no Upgrade", good.without("Upgrade")),
                Arguments.of("another Upgrade", good.with("Upgrade", "h2c")),
                Arguments.of("no Connection", good.without("Connection")),
                Arguments.of("another Connection", good.with("Connection", "keep-alive")),
                Arguments.of("no key", good.without("Sec-WebSocket-Key")),
                Arguments.of("a short key", good.with("Sec-WebSocket-Key", "abc")),
                Arguments.of("a key of 15 bytes", good.with("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAA")),
                Arguments.of("a key that is no Base64", good.with("Sec-WebSocket-Key", "!!!!!!!!!!!!!!!!!!!!!!==")),
                Arguments.of("no version", good.without("Sec-WebSocket-Version")),
                Arguments.of("HTTP/1.0", good.protocol("HTTP/1.0")),
                Arguments.of("a body", good.with("Content-Length", "5")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notAHandshake")
    void whatIsNoHandshakeGets400AndASentence(String what, HandshakeRequest request) throws Exception {
        assertRefused(HttpAnswer.to(server.port(), request), 400);
        theNextClientIsLetIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "8", "7", "0", "-1", "x", "130", "1 3"})
    void anyOtherVersionGets426AndTheRightOne(String version) throws Exception {
        HttpAnswer answer = HttpAnswer.to(server.port(), handshake().with("Sec-WebSocket-Version", version));
        assertRefused(answer, 426);
        assertThat(answer.header("Sec-WebSocket-Version")).isEqualTo("13");
        theNextClientIsLetIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "HEAD", "DELETE", "OPTIONS", "PATCH", "BREW"})
    void anyOtherMethodGets405WithAllow(String method) throws Exception {
        HandshakeRequest request = handshake().method(method).with("Content-Length", "0");
        HttpAnswer answer = HttpAnswer.to(server.port(), request);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET");
        theNextClientIsLetIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws/", "/WS", "/wss", "/ws/chat", "/chatRoom/WS", "//ws"})
    void aSocketAtAnotherPathIs404(String path) throws Exception {
        assertRefused(HttpAnswer.to(server.port(), HandshakeRequest.to(server.port(), path)), 404);
    }

    @Test
    void headersMayBeWrittenInAnyCaseAndBeLists() throws Exception {
        HandshakeRequest request = handshake().with("Upgrade", "h2c, WebSocket").with("Connection",
                "keep-alive, UPGRADE");
        assertThat(HttpAnswer.to(server.port(), request).status()).isEqualTo(101);
    }

    @Test
    void noExtensionIsAgreedOn() throws Exception {
        HandshakeRequest request = handshake().with("Sec-WebSocket-Extensions", "permessage-deflate");
        HttpAnswer answer = HttpAnswer.to(server.port(), request);
        assertThat(answer.status()).isEqualTo(101);
        assertThat(answer.headers()).doesNotContainKey("Sec-WebSocket-Extensions");
    }

    @Test
    void theStricterRefusalComesFirst() throws Exception {
        HandshakeRequest wrong = handshake().with("Origin", "http://evil.example").with("Sec-WebSocket-Version", "8");
        assertThat(HttpAnswer.to(server.port(), wrong.method("POST").with("Content-Length", "0")).status())
                .isEqualTo(405);
        assertThat(HttpAnswer.to(server.port(), wrong.without("Upgrade")).status()).isEqualTo(403);
        HandshakeRequest ours = wrong.without("Origin");
        assertThat(HttpAnswer.to(server.port(), ours.without("Upgrade")).status()).isEqualTo(400);
        assertThat(HttpAnswer.to(server.port(), ours).status()).isEqualTo(426);
    }

    private static HandshakeRequest handshake() {
        return HandshakeRequest.to(server.port(), Dialect.path());
    }

    private static void assertRefused(HttpAnswer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).matches("[A-Z][^\n<]+[.]\n?");
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }

    private static void theNextClientIsLetIn() throws Exception {
        Dialect.newcomer(server.port()).close();
    }
}
