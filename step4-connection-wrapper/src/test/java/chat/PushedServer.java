package chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/// A server, and somebody outside who pushes.
final class PushedServer implements AutoCloseable {

    private final TestServer server;

    private PushedServer(TestServer server) {
        this.server = server;
    }

    static PushedServer start(String... options) {
        return new PushedServer(TestServer.start(options));
    }

    int port() {
        return server.port();
    }

    int tcpPort() {
        return server.tcpPort();
    }

    /// The header that lets one push.
    String token() {
        return header(server.pushToken());
    }

    static String header(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    /// @param name    with JSON's escapes
    /// @param message with JSON's escapes
    HttpAnswer push(String name, String message) throws IOException {
        return send("POST", token(), "{\"name\":\"" + name + "\",\"message\":\"" + message + "\"}");
    }

    HttpAnswer send(String method, String headers, String body) throws IOException {
        return send(method, headers, body.getBytes(UTF_8));
    }

    HttpAnswer send(String method, String headers, byte[] body) throws IOException {
        return send(port(), method, headers, body);
    }

    /// @param headers each with its line end
    static HttpAnswer send(int port, String method, String headers, byte[] body) throws IOException {
        return HttpAnswer.to(port, method + " /push HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers
                + "Content-Length: " + body.length + "\r\n\r\n" + new String(body, ISO_8859_1));
    }

    @Override
    public void close() {
        server.close();
    }
}
