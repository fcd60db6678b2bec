import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// Starts a server. Ada talks, and cleo's program does not read for a while. The server gets a SIGTERM, ada is told, and
/// then cleo reads on. How much of what the server has accepted for her does she get, and what is the last she hears?
///
///     java docs/snippets/Accepted.java java -jar step4-connection-wrapper/target/step4-connection-wrapper.jar --port=0
void main(String... command) throws Exception {
    Process server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = server.inputReader()) {
        URI address = URI.create(out.readLine().replace("http", "ws") + "ws");
        Ada ears = new Ada();
        WebSocket ada = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create(address + "?name=ada"), ears).join();
        try (Socket cleo = join(address, "cleo")) {
            for (int i = 0; i < MESSAGES; i++) {
                ada.sendText(TEXT, true).join();
                ears.heard.acquire();
            }
            IO.println("ada has heard all " + MESSAGES + " messages; the server stops");
            server.destroy();
            ears.closed.await();
            readOn(new DataInputStream(new BufferedInputStream(cleo.getInputStream())));
        }
        server.waitFor();
    } finally {
        server.destroyForcibly();
    }
    Runtime.getRuntime().halt(0);
}

/// All together 8 MB: more than the system's buffers take for a client that does not read.
final int MESSAGES = 1000;
final String TEXT = "x".repeat(8000);

void readOn(DataInputStream in) throws IOException {
    int got = 0;
    try {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0f;
            int length7 = in.readUnsignedByte();
            int length = length7 == 126 ? in.readUnsignedShort() : length7;
            byte[] payload = in.readNBytes(length);
            if (opcode == 8) {
                int code = ByteBuffer.wrap(payload).getShort();
                String reason = new String(payload, 2, length - 2, UTF_8);
                IO.println("cleo gets " + got + " of them, then a close frame: " + code + " " + reason);
                return;
            }
            got += length > 8000 ? 1 : 0;
        }
    } catch (EOFException | SocketException end) {
        IO.println("cleo gets " + got + " of them, and no close frame");
    }
}

/// A WebSocket as far as its handshake.
Socket join(URI address, String name) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    String request = """
            GET %s?name=%s HTTP/1.1
            Host: %s
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """.formatted(address.getRawPath(), name, address.getAuthority());
    socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(UTF_8));
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
        head.append((char) socket.getInputStream().read());
    }
    return socket;
}

/// Counts what comes back, and notices the end.
class Ada implements WebSocket.Listener {

    final Semaphore heard = new Semaphore(0);
    final CountDownLatch closed = new CountDownLatch(1);
    private int length;

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        length += part.length();
        if (last) {
            heard.release(length > 8000 ? 1 : 0);
            length = 0;
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.countDown();
        return null;
    }
}
