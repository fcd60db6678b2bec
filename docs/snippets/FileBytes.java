import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Sends a file as one frame and dumps what arrives at somebody else; or sends what is no file, and prints the answer.
///
///     java docs/snippets/FileBytes.java ws://localhost:8080/ws file
///     java docs/snippets/FileBytes.java ws://localhost:8080/ws short     one byte only
///     java docs/snippets/FileBytes.java ws://localhost:8080/ws noname    a name of length 0
///     java docs/snippets/FileBytes.java ws://localhost:8080/ws beyond    a name longer than its frame
///     java docs/snippets/FileBytes.java ws://localhost:8080/ws latin1    a name that is not UTF-8
void main(String... args) throws IOException {
    URI address = URI.create(args[0]);
    try (Socket ada = connect(address); Socket bob = connect(address)) {
        switch (args[1]) {
            case "file" -> {
                send(ada, file("ü.txt".getBytes(UTF_8), "Hi, file\n"));
                dump(new DataInputStream(bob.getInputStream()));
            }
            case "short" -> refused(ada, new byte[1]);
            case "noname" -> refused(ada, file(new byte[0], "Hi"));
            case "beyond" -> refused(ada, new byte[]{(byte) 0xff, (byte) 0xff, 'a'});
            case "latin1" -> refused(ada, file("ü.txt".getBytes(ISO_8859_1), "Hi"));
            default -> IO.println("file, short, noname, beyond or latin1?");
        }
    }
}

/// The payload: length of the name as two bytes, the low one first; the name; the content.
byte[] file(byte[] name, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    return ByteBuffer.allocate(2 + name.length + bytes.length).order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) name.length).put(name).put(bytes).array();
}

Socket connect(URI address) throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.getOutputStream().write("""
            GET %s HTTP/1.1
            Host: %s
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """.formatted(address.getPath(), address.getAuthority()).replace("\n", "\r\n").getBytes(UTF_8));
    for (int last4 = 0; last4 != 0x0d0a0d0a;) { // up to the empty line
        last4 = last4 << 8 | socket.getInputStream().read();
    }
    socket.getOutputStream().write(new byte[]{(byte) 0x89, (byte) 0x80, 0, 0, 0, 0}); // a ping, masked, empty
    socket.getInputStream().readNBytes(2); // the pong: it is in
    return socket;
}

/// One binary frame, masked with zeros: the payload stays readable.
void send(Socket socket, byte[] payload) throws IOException {
    socket.getOutputStream().write(ByteBuffer.allocate(6 + payload.length).put((byte) 0x82)
            .put((byte) (0x80 | payload.length)).putInt(0).put(payload).array());
}

void dump(DataInputStream in) throws IOException {
    print(in.readNBytes(2), "binary, the last frame of its message, %d bytes follow", bytes -> bytes[1]);
    byte[] length = print(in.readNBytes(2), "the name has %d bytes", bytes -> bytes[0] + 256 * bytes[1]);
    print(in.readNBytes(length[0]), "the name: %s", bytes -> new String(bytes, UTF_8));
    print(in.readNBytes(9), "the content: %s", bytes -> new String(bytes, UTF_8).strip());
}

byte[] print(byte[] bytes, String meaning, Function<byte[], Object> value) {
    IO.println("%-28s%s".formatted(HexFormat.ofDelimiter(" ").formatHex(bytes), meaning.formatted(value.apply(bytes))));
    return bytes;
}

void refused(Socket socket, byte[] payload) throws IOException {
    send(socket, payload);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    in.skipNBytes(1);
    int length = in.read();
    IO.println("closed with " + in.readShort() + " " + new String(in.readNBytes(length - 2), UTF_8));
}
