package chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/// What came back for a request that was written byte by byte.
///
/// @param headers by name, whatever its case
public record HttpAnswer(int status, Map<String, String> headers, String body) {

    /// Sends a request over a connection of its own and reads the answer, waiting ten seconds at the most.
    public static HttpAnswer to(int port, HandshakeRequest request) throws IOException {
        return to(port, request.toString());
    }

    public static HttpAnswer to(int port, String request) throws IOException {
        try (RawConnection connection = RawConnection.dial(port)) {
            connection.send(request.getBytes(ISO_8859_1));
            return read(connection.in, !request.startsWith("HEAD "));
        }
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /// @param withBody false after HEAD, whose answer only says how long its body would be
    static HttpAnswer read(InputStream in, boolean withBody) throws IOException {
        String statusLine = line(in);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
        }
        String body = withBody ? new String(body(in, headers), UTF_8) : "";
        return new HttpAnswer(Integer.parseInt(statusLine.split(" ", -1)[1]), headers, body);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!headers.getOrDefault("Transfer-Encoding", "").equals("chunked")) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(size));
            line(in);
        } while (size > 0);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended within an answer: " + line);
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
