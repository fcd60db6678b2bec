import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// Cleo's cable is pulled: she joins by a bare socket, and from then on neither reads nor answers nor hangs up. What
/// does bob get to know? And with `frames`: what is a client sent that only joins, one line for each kind of frame?
///
///     java docs/snippets/Cable.java ws://localhost:8080/ws pull
///     java docs/snippets/Cable.java ws://localhost:8080/ws frames
void main(String... args) throws Exception {
    URI address = URI.create(args[0]);
    if (args[1].equals("frames")) {
        showFrames(address);
    } else {
        pull(address);
    }
    Runtime.getRuntime().halt(0);
}

void pull(URI address) throws Exception {
    Bob bob = new Bob();
    HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address + "?name=bob"), bob).join();
    bob.notice("bob joined", 10);
    try (Socket cleo = join(address, "cleo")) {
        IO.println("bob hears " + bob.notice("cleo joined", 10));
        IO.println("cleo's cable is pulled");
        String left = bob.notice("cleo left", 8);
        IO.println("bob hears " + left);
        if (left.startsWith("cleo left")) {
            awaitEnd(cleo);
        }
    }
}

/// Until the server has hung up: only then is it surely the server that ended it.
void awaitEnd(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    try {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (SocketException reset) {
        // Cut off: that is an end too.
    }
}

void showFrames(URI address) throws IOException {
    try (Socket socket = join(address, "ada")) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        Set<String> shown = new HashSet<>();
        for (String frame = ""; !frame.equals("ping");) {
            int opcode = in.readUnsignedByte() & 0x0f;
            int length7 = in.readUnsignedByte();
            int length = length7 == 126 ? in.readUnsignedShort() : length7;
            String payload = new String(in.readNBytes(length), UTF_8);
            frame = opcode == 9 ? "ping" : "text  " + payload;
            if (shown.add(frame)) {
                IO.println(frame);
            }
        }
    }
}

/// A WebSocket as far as its handshake.
Socket join(URI address, String name) throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
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

/// Hears notices: who has joined, who has left.
class Bob implements WebSocket.Listener {

    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();

    /// The notice that begins so, if it comes in time.
    String notice(String beginning, int seconds) throws InterruptedException {
        String notice = notices.poll(seconds, TimeUnit.SECONDS);
        while (notice != null && !notice.startsWith(beginning)) {
            notice = notices.poll(seconds, TimeUnit.SECONDS);
        }
        return notice == null ? "nothing more for " + seconds + " seconds" : notice;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            if (text.indexOf("{\"type\":1") == 0 || text.indexOf("{\"type\":2") == 0) {
                notices.add(text.substring(text.indexOf("message") + 10, text.length() - 2));
            }
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
