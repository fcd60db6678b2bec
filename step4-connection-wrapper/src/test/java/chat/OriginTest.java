package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any page may try to open a socket to any server: only the server can refuse (RFC 6455, section 10.2).
/// In these tests `PORT` is the server's port.
class OriginTest {

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
    @ValueSource(strings = {"http://localhost:PORT", "https://localhost:PORT", "HTTP://LOCALHOST:PORT"})
    void ourOwnPageIsLetIn(String origin) throws Exception {
        assertThat(answerTo(origin, "localhost:PORT").status()).isEqualTo(101);
    }

    @Test
    void whoSendsNoOriginIsNoBrowserAndIsLetIn() throws Exception {
        Dialect.newcomer(server.port()).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://evil.example:PORT", "http://localhost.evil.example:PORT",
            "http://evil-localhost:PORT", "http://localhost", "http://localhost:1", "http://127.0.0.1:PORT", "null", "",
            "localhost:PORT", "ftp://localhost:PORT", "file://localhost:PORT", "http://localhost:PORT/",
            "http://localhost:PORT@evil.example", "http://evil.example#localhost:PORT", "http://user@localhost:PORT",
            "http://localhost:PORT http://evil.example", "http://", "http://localhost:99999999999"})
    void anyOtherOriginGets403(String origin) throws Exception {
        HttpAnswer answer = answerTo(origin, "localhost:PORT");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).matches("[A-Z][^\n<]+[.]\n?");
    }

    @Test
    void twoOriginsGet403() throws Exception {
        String twice = "http://localhost:PORT\r\nOrigin: http://localhost:PORT";
        assertThat(answerTo(twice, "localhost:PORT").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.example", "chat.example:80"})
    void thePortMayBeLeftOutWhereItIsTheUsualOne(String host) throws Exception {
        assertThat(answerTo("http://chat.example", host).status()).isEqualTo(101);
        assertThat(answerTo("http://chat.example:80", host).status()).isEqualTo(101);
        assertThat(answerTo("https://chat.example:80", "chat.example").status()).isEqualTo(403);
    }

    @Test
    void anAddressOfVersion6IsComparedToo() throws Exception {
        assertThat(answerTo("http://[::1]:PORT", "[::1]:PORT").status()).isEqualTo(101);
        assertThat(answerTo("http://[::2]:PORT", "[::1]:PORT").status()).isEqualTo(403);
    }

    private static HttpAnswer answerTo(String origin, String host) throws Exception {
        String port = String.valueOf(server.port());
        return HttpAnswer.to(server.port(), HandshakeRequest.to(server.port(), Dialect.path())
                .with("Host", host.replace("PORT", port))
                .with("Origin", origin.replace("PORT", port)));
    }
}
