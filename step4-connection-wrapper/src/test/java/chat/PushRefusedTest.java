package chat;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused, in which order, and with which words.
class PushRefusedTest {

    private static final int TEXT_LIMIT = 8192;
    private static final String GOOD = "{\"name\":\"ops\",\"message\":\"hi\"}";

    private final PushedServer server = PushedServer.start();

    @AfterEach
    void nobodyWasHarmedAndStop() throws IOException {
        assertThat(server.push("ops", "still here").status()).isEqualTo(200);
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void onlyPostIsAllowed(String method) throws Exception {
        HttpAnswer answer = server.send(method, "", "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void whoDoesNotShowTheTokenIsToldHow() throws Exception {
        String token = server.token().strip();
        for (String wrong : new String[]{"", PushedServer.header(""), PushedServer.header("wrong"),
                "Authorization: Basic b3BzOm9wcw==\r\n", token + "x\r\n",
                token.substring(0, token.length() - 1) + "\r\n",
                "Authorization:\r\n", "X-" + token + "\r\n", "Cookie: " + token + "\r\n"}) {
            HttpAnswer answer = server.send("POST", wrong, GOOD);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            isError(answer, 401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "42", "\"ops\"", "{", "{}", "name=ops&message=hi", "{'name':'ops'}",
            "{\"name\":\"ops\"}", "{\"message\":\"hi\"}", "{\"name\":1,\"message\":\"hi\"}",
            "{\"name\":\"ops\",\"message\":1e400}", "{\"name\":\"ops\",\"message\":null}",
            "{\"name\":\"ops\",\"message\":[\"hi\"]}", "{\"name\":\"ops\",\"message\":\" \\n\"}",
            "{\"name\":\" \",\"message\":\"hi\"}", "{\"name\":\"o\\u0000ps\",\"message\":\"hi\"}",
            "{\"name\":\"\\ud83d\",\"message\":\"hi\"}", "{\"name\":\"\\u202eops\",\"message\":\"hi\"}",
            "{\"name\":\"127.0.0.1:50412\",\"message\":\"hi\"}", "{\"name\":\"ops\",\"message\":\"hi\"} {}",
            "{\"name\":\"ops\",\"message\":\"hi\"", "{\"name\":\"ops\",\"message\":\"a\nb\"}"})
    void aBodyThatIsNoPushIsRefused(String body) throws Exception {
        isError(server.send("POST", server.token(), body), 400);
    }

    @Test
    void nothingIsNoJson() throws Exception {
        assertThat(server.send("POST", server.token(), "").body()).contains("The body is not JSON.");
        assertThat(server.send("POST", server.token(), " ").body()).contains("The body is not JSON.");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        byte[][] bodies = {Wire.bytes(0xff, 0xfe), Wire.bytes(0, 0, 0xff, 0xfe), Wire.bytes(0xfe, 0xff, 0, 0),
                Wire.bytes(0, 0, 0, 0x7b, 0x7f, 0xff, 0xff, 0xff), Wire.bytes(0, 0x7b, 0, 0, 1, 2, 3, 4),
                Wire.join(Wire.ascii("{\"name\":\"ops\",\"message\":\""), Wire.bytes(0xc3, 0x28), Wire.ascii("\"}")),
                Wire.join(Wire.ascii("{\"name\":\"ops\",\"message\":\""), Wire.bytes(0xed, 0xa0, 0x80),
                        Wire.ascii("\"}")),
                new byte[300], "{\"name\":".getBytes(UTF_16LE)};
        for (byte[] body : bodies) {
            isError(server.send("POST", server.token(), body), 400);
        }
    }

    @Test
    void ofTwoEqualKeysTheLastCounts() throws Exception {
        try (RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            String body = "{\"name\":1,\"message\":\"no\",\"name\":\"ops\",\"message\":\"yes\"}";
            assertThat(server.send("POST", server.token(), body).status()).isEqualTo(200);
            assertThat(Heard.next(ada)).isEqualTo(new Heard(5, "ops", "yes"));
        }
    }

    @Test
    void aBodyAboveTheTextLimitIsTooLarge() throws Exception {
        String fits = GOOD + " ".repeat(TEXT_LIMIT - GOOD.length());
        assertThat(server.send("POST", server.token(), fits).status()).isEqualTo(200);
        isError(server.send("POST", server.token(), fits + " "), 413);
        isError(server.send("POST", server.token(), "[".repeat(100_000)), 413);
    }

    @Test
    void deepNestingIsRefusedAndNotAStackOverflow() throws Exception {
        try (PushedServer wide = PushedServer.start("--text-limit=1000000")) {
            isError(wide.send("POST", wide.token(), "[".repeat(1_000_000)), 400);
            isError(wide.send("POST", wide.token(), "{\"x\":".repeat(150_000)), 400);
            assertThat(wide.push("ops", "still here").status()).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatNeverComesHoldsNobodyUp() throws Exception {
        try (PushedServer impatient = PushedServer.start("--request-deadline=2s");
                RawConnection slow = RawConnection.dial(impatient.port())) {
            slow.send(Wire.ascii("POST /push HTTP/1.1\r\nHost: localhost\r\n" + impatient.token()
                    + "Content-Length: 30\r\n\r\n{"));
            assertThat(slow.hasEnded()).isTrue();
            assertThat(impatient.push("ops", "still here").status()).isEqualTo(200);
        }
    }

    @Test
    void theFirstThingWrongIsTold() throws Exception {
        String tooLargeAndNoJson = "x".repeat(TEXT_LIMIT + 1);
        isError(server.send("PUT", "", tooLargeAndNoJson), 405);
        isError(server.send("POST", "", tooLargeAndNoJson), 401);
        isError(server.send("POST", server.token(), tooLargeAndNoJson), 413);
        isError(server.send("POST", server.token(), "x"), 400);
    }

    @Test
    void whileTheServerStopsEverybodyGets503() throws Exception {
        try (PushedServer stopping = PushedServer.start("--close-deadline=600s", "--stop-deadline=40s");
                RawWebSocket ada = Dialect.member(stopping.port(), "ada")) {
            Waiting<Boolean> stop = Waiting.begin(stopping::close);
            assertThat(ada.closing().code()).isEqualTo(1001);
            isError(stopping.send("PUT", "", "x"), 503);
            isError(stopping.push("ops", "too late"), 503);
            ada.sendClose(1001);
            ada.reset();
            stop.returns();
        }
    }

    /// One sentence, as JSON.
    private static void isError(HttpAnswer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.body()).matches("\\{\\s*\"error\"\\s*:\\s*\"[A-Z\\\\][^\n<]+\\.\"\\s*}\\s*");
    }
}
