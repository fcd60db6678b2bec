import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// Bob breaks a rule, gets his close frame and does not answer it: until he is cut off, every send to him fails at once.
/// Meanwhile ada says something. Does anybody else hear her?
///
///     java docs/snippets/Failing.java ws://localhost:8080/ws
void main(String... args) throws Exception {
    URI address = URI.create(args[0]);
    Client ada = new Client("ada", address);
    try (Socket bob = join(address)) {
        Client cleo = new Client("cleo", address);
        Client dora = new Client("dora", address);
        IO.println("bob  sends what is no file");
        bob.getOutputStream().write(new byte[]{(byte) 0x82, (byte) 0x80, 0, 0, 0, 0}); // binary, masked, empty
        bob.getInputStream().read(); // the close frame is there
        IO.println("ada  says hello");
        ada.socket.sendText("hello", true).join();
        for (Client client : List.of(cleo, dora, ada)) {
            String news = client.news.poll(5, TimeUnit.SECONDS);
            IO.println("%-4s %s".formatted(client.name, news == null ? "hears nothing" : news));
        }
    }
    Runtime.getRuntime().halt(0);
}

class Client implements WebSocket.Listener {

    final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    final String name;
    final CountDownLatch in = new CountDownLatch(1);
    final WebSocket socket;

    /// It is in when the server answers.
    Client(String name, URI address) throws InterruptedException {
        this.name = name;
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
        socket.sendPing(ByteBuffer.allocate(0));
        in.await();
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        in.countDown();
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        news.add("hears " + text);
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        news.add("is closed with " + code + " " + reason);
        return null;
    }
}

/// A client that reads the answer to its handshake, and one pong.
Socket join(URI address) throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.getOutputStream().write("""
            GET %s HTTP/1.1
            Host: %s
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """.formatted(address.getPath(), address.getAuthority()).replace("\n", "\r\n").getBytes(UTF_8));
    for (int last4 = 0; last4 != 0x0d0a0d0a;) {
        last4 = last4 << 8 | socket.getInputStream().read();
    }
    socket.getOutputStream().write(new byte[]{(byte) 0x89, (byte) 0x80, 0, 0, 0, 0}); // a ping, masked, empty
    socket.getInputStream().readNBytes(2); // the pong: it is in
    return socket;
}
