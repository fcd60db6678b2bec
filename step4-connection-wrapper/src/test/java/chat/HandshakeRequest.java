package chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// An opening handshake as bytes on the wire, to be spoilt one piece at a time. Immutable.
public record HandshakeRequest(String method, String path, String protocol, Map<String, String> headers) {

    /// The key of RFC 6455's example (section 1.3), and what a server must make of it.
    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    /// A correct handshake.
    public static HandshakeRequest to(int port, String path) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", "localhost:" + port);
        headers.put("Upgrade", "websocket");
        headers.put("Connection", "Upgrade");
        headers.put("Sec-WebSocket-Key", KEY);
        headers.put("Sec-WebSocket-Version", "13");
        return new HandshakeRequest("GET", path, "HTTP/1.1", headers);
    }

    public HandshakeRequest with(String header, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new HandshakeRequest(method, path, protocol, changed);
    }

    public HandshakeRequest without(String... unwanted) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        for (String header : unwanted) {
            changed.remove(header);
        }
        return new HandshakeRequest(method, path, protocol, changed);
    }

    public HandshakeRequest method(String other) {
        return new HandshakeRequest(other, path, protocol, headers);
    }

    public HandshakeRequest protocol(String other) {
        return new HandshakeRequest(method, path, other, headers);
    }

    /// The request as it goes over the wire.
    @Override
    public String toString() {
        return headers.entrySet().stream().map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining("", method + " " + path + " " + protocol + "\r\n", "\r\n"));
    }
}
