package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page's files over HTTP, and that nothing else is served.
class PagesTest {

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
    @CsvSource({"/, text/html", "/index.html, text/html", "/style.css, text/css", "/main.js, text/javascript",
            "/socket.js, text/javascript", "/view.js, text/javascript", "/files.js, text/javascript"})
    void everyFileOfThePageIsServedWithStrictHeaders(String path, String type) throws Exception {
        HttpAnswer answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type + "; charset=utf-8");
        assertThat(answer.body()).isNotBlank();
        assertStrict(answer);
    }

    @Test
    void thePageNeedsNoOtherServerAndNoInlineScript() throws Exception {
        String page = get("/").body();
        assertThat(page).doesNotContain("http://", "https://", "onclick", "onload").doesNotContainPattern("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/index.htm", "/INDEX.HTML", "/page/", "/page/index.html", "/style.css/",
            "/chat/ChatServer.class", "/META-INF/MANIFEST.MF", "/pom.xml", "/.git/config", "/..%2f..%2fpom.xml",
            "/%2e%2e/",
            "/%2e%2e/%2e%2e/etc/passwd", "/../../../../etc/passwd", "/..%5c..%5cpom.xml", "//etc/passwd",
            "/index.html%00",
            "/..;/index.html", "/page/..%2findex.html"})
    void everythingElseIs404(String path) throws Exception {
        HttpAnswer answer = get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).matches("[A-Z][^\n<]+[.]\n?");
        assertStrict(answer);
    }

    @Test
    void anUnknownAddressIs404WhateverTheMethod() throws Exception {
        assertThat(HttpAnswer.to(server.port(), request("POST", "/nothing")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void aPageCanOnlyBeRead(String method) throws Exception {
        HttpAnswer answer = HttpAnswer.to(server.port(), request(method, "/"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
        assertStrict(answer);
    }

    @Test
    void headIsGetWithoutTheBody() throws Exception {
        HttpAnswer head = HttpAnswer.to(server.port(), request("HEAD", "/"));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(get("/").header("Content-Length"));
    }

    @Test
    void oneConnectionServesManyRequests() throws Exception {
        try (RawConnection raw = RawConnection.dial(server.port())) {
            raw.send(Wire.ascii(request("GET", "/") + request("GET", "/nothing") + request("GET", "/style.css")));
            assertThat(raw.answer().status()).isEqualTo(200);
            assertThat(raw.answer().status()).isEqualTo(404);
            assertThat(raw.answer().header("Content-Type")).startsWith("text/css");
        }
    }

    private static void assertStrict(HttpAnswer answer) {
        assertThat(answer.header("Content-Security-Policy")).as("Content-Security-Policy")
                .contains("default-src 'none'").doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).as("X-Content-Type-Options").isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).as("Cache-Control").isIn("no-store", "no-cache");
    }

    private static HttpAnswer get(String path) throws Exception {
        return HttpAnswer.to(server.port(), request("GET", path));
    }

    private static String request(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
    }
}
