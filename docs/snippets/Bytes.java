import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Speaks WebSocket by hand, on a bare socket, and prints every byte that crosses it.
///
///     java docs/snippets/Bytes.java ws://localhost:8080/ws
void main(String... args) throws IOException {
    URI address = URI.create(args[0]);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        out = socket.getOutputStream();
        in = new DataInputStream(socket.getInputStream());

        shakeHands(address);
        send(LAST | TEXT, "Hi");
        receive();
        send(TEXT, "Go ");
        send(LAST | CONTINUATION, "on");
        receive();
        send(LAST | BINARY, "\0\1\2");
        receive();
        send(LAST | TEXT, "a".repeat(200));
        receive();
        send(LAST | PING, "?");
        receive();
        send(LAST | CLOSE, "\3\350done"); // 3 * 256 + octal 350 is 1000
        receive();
        IO.println("<   " + (in.read() == -1 ? "end of the stream" : "more bytes"));
    }
}

OutputStream out;
DataInputStream in;

final int LAST = 0x80;
final int CONTINUATION = 0, TEXT = 1, BINARY = 2, CLOSE = 8, PING = 9;
final Map<Integer, String> NAMES = Map.of(0, "continuation", 1, "text", 2, "binary", 8, "close", 9, "ping", 10, "pong");
final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

void shakeHands(URI address) throws IOException {
    String request = """
            GET %s HTTP/1.1
            Host: %s
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            """.formatted(address.getPath(), address.getAuthority());
    request.lines().forEach(line -> IO.println("> " + line));
    out.write((request + "\n").replace("\n", "\r\n").getBytes(UTF_8));
    IO.println();
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
        IO.println("< " + line);
    }
    IO.println();
}

String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
        line.append((char) c);
    }
    return line.toString().strip();
}

/// Sends one frame: two bytes, a longer length if need be, the mask, and the masked payload.
void send(int first, String bytes) throws IOException {
    byte[] payload = bytes.getBytes(ISO_8859_1);
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) first);
    if (payload.length < 126) {
        frame.put((byte) (0x80 | payload.length));
    } else {
        frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    }
    frame.put(MASK);
    for (int i = 0; i < payload.length; i++) {
        frame.put((byte) (payload[i] ^ MASK[i % 4]));
    }
    byte[] wire = Arrays.copyOf(frame.array(), frame.position());
    out.write(wire);
    print(">", wire, "masked, ", payload);
}

/// Reads one frame. A server never masks.
void receive() throws IOException {
    int first = in.read();
    int length = in.read();
    byte[] extended = length == 126 ? in.readNBytes(2) : new byte[0];
    byte[] payload = in.readNBytes(length == 126 ? ByteBuffer.wrap(extended).getShort() : length);
    ByteBuffer frame = ByteBuffer.allocate(2 + extended.length + payload.length);
    print("<", frame.put((byte) first).put((byte) length).put(extended).put(payload).array(), "", payload);
}

void print(String direction, byte[] frame, String masked, byte[] payload) {
    String hex = HexFormat.ofDelimiter(" ").formatHex(frame, 0, Math.min(frame.length, 12));
    String kind = NAMES.get(frame[0] & 0x0f) + ((frame[0] & LAST) == 0 ? ", more to come" : "");
    String content = new String(payload, ISO_8859_1).replaceAll("[^ -~]", ".");
    IO.println("%s %-38s %s, %s%s".formatted(direction, hex + (frame.length > 12 ? " …" : ""), kind, masked,
            payload.length > 12 ? payload.length + " bytes" : "\"" + content + "\""));
}
