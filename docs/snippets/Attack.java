import static java.nio.charset.StandardCharsets.UTF_8;

/// Four ways to be rude to a WebSocket server. It prints what the server does about it.
///
///     java docs/snippets/Attack.java ws://localhost:8080/ws plain       a GET that is no handshake
///     java docs/snippets/Attack.java ws://localhost:8080/ws origin      a handshake from a foreign web page
///     java docs/snippets/Attack.java ws://localhost:8080/ws big         one text message of 100 MiB
///     java docs/snippets/Attack.java ws://localhost:8080/ws fragments   one text message in a million empty frames
void main(String... args) throws IOException {
    URI address = URI.create(args[0]);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        socket.setSoTimeout(args[1].equals("big") ? 60_000 : 3_000);
        switch (args[1]) {
            case "plain" -> ask(socket, address, "");
            case "origin" -> ask(socket, address, HANDSHAKE + "Origin: http://evil.example\r\n");
            case "big" -> attack(socket, address, HEADER_OF_100_MIB, new byte[1 << 16], 1_600);
            case "fragments" -> attack(socket, address, FIRST_FRAGMENT, emptyFragments(1_000), 1_000);
            default -> IO.println("plain, origin, big or fragments?");
        }
    }
}

final String HANDSHAKE = """
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        """.replace("\n", "\r\n");

// Byte 1: text, with or without "this is the last frame". Byte 2: masked, and the length. Then a mask of zeros.
final byte[] HEADER_OF_100_MIB = HexFormat.of().parseHex("81ff" + "0000000006400000" + "00000000");
final byte[] FIRST_FRAGMENT = HexFormat.of().parseHex("0180" + "00000000");

byte[] emptyFragments(int count) {
    return HexFormat.of().parseHex(("0080" + "00000000").repeat(count));
}

/// Sends one HTTP request and prints the answer: its status line, and the sentence in its body if it has one.
void ask(Socket socket, URI address, String headers) throws IOException {
    String request = "GET " + target(address) + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers;
    socket.getOutputStream().write((request + "\r\n").getBytes(UTF_8));
    InputStream in = socket.getInputStream();
    int bodyLength = 0;
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
        if (line.startsWith("HTTP")) {
            IO.println(line);
        } else if (line.startsWith("Content-Length: ")) {
            bodyLength = Integer.parseInt(line.substring("Content-Length: ".length()));
        }
    }
    IO.print(new String(in.readNBytes(bodyLength), UTF_8));
}

String target(URI address) {
    return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
}

String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
        line.append((char) c);
    }
    return line.toString().strip();
}

/// Opens a WebSocket, then sends a beginning and a piece again and again, until the server says something.
void attack(Socket socket, URI address, byte[] beginning, byte[] piece, int times) throws IOException {
    ask(socket, address, HANDSHAKE);
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> firstFrame(socket));
    try {
        socket.getOutputStream().write(beginning);
        for (int i = 0; i < times && !answer.isDone(); i++) {
            socket.getOutputStream().write(piece);
        }
    } catch (IOException theServerHungUp) {
        // Its last words are still to be read.
    }
    IO.println(answer.join());
}

String firstFrame(Socket socket) {
    try {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int opcode = in.read() & 0x0f;
        int length7 = in.read();
        long length = length7 == 127 ? in.readLong() : length7 == 126 ? in.readUnsignedShort() : length7;
        if (opcode == 8) {
            int code = in.readUnsignedShort();
            return "closed with " + code + " " + new String(in.readNBytes((int) length - 2), UTF_8);
        }
        in.skipNBytes(length);
        return "a message of " + length + " bytes came back";
    } catch (SocketTimeoutException silence) {
        return "no answer: the server takes it all and waits for more";
    } catch (IOException cut) {
        return "the connection was cut: " + cut.getMessage();
    }
}
