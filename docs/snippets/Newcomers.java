import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// Ada and bob talk without a pause. Meanwhile a hundred guests come, one after the other, and each waits until it
/// hears that it has joined. With `stalled`, cleo has come before them, and never reads.
///
///     java docs/snippets/Newcomers.java ws://localhost:8080/ws stalled
void main(String... args) throws Exception {
    address = args[0];
    Socket cleo = args.length > 1 ? comeAndNeverRead() : null;
    for (String name : List.of("ada", "bob")) {
        Ears ears = new Ears("\"type\":0,\"name\":\"" + name);
        WebSocket talker = connect(name, ears);
        ears.heard.release(16); // so many messages of its own may be under way
        Thread.startVirtualThread(() -> talk(talker, ears));
    }
    int welcome = 0;
    while (welcome < 100 && isWelcomed("guest" + (welcome + 1))) {
        welcome++;
    }
    IO.println("guests who have heard that they have joined: " + welcome);
    if (welcome < 100) {
        IO.println("the next hears nothing, for three seconds");
        IO.println("another one " + (isWelcomed("somebody") ? "hears it" : "neither"));
    }
    Runtime.getRuntime().halt(0);
}

String address;
final HttpClient http = HttpClient.newHttpClient();
final String text = "x".repeat(8_000);

void talk(WebSocket talker, Ears own) {
    while (true) {
        own.heard.acquireUninterruptibly();
        talker.sendText(text, true).join();
    }
}

boolean isWelcomed(String name) throws InterruptedException {
    Ears ears = new Ears("\"type\":1,\"name\":\"" + name + "\"");
    WebSocket guest = connect(name, ears);
    boolean heard = ears.heard.tryAcquire(3, TimeUnit.SECONDS);
    guest.abort();
    return heard;
}

WebSocket connect(String name, Ears ears) {
    return http.newWebSocketBuilder().buildAsync(URI.create(address + "?name=" + name), ears).join();
}

/// Reads the answer to its handshake, and nothing after it.
Socket comeAndNeverRead() throws IOException {
    URI uri = URI.create(address);
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    socket.getOutputStream().write("""
            GET %s?name=cleo HTTP/1.1
            Host: %s
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """.formatted(uri.getPath(), uri.getAuthority()).replace("\n", "\r\n").getBytes(UTF_8));
    socket.getInputStream().readNBytes("HTTP/1.1 101".length());
    return socket;
}

/// Counts the messages that have this in them.
class Ears implements WebSocket.Listener {

    final Semaphore heard = new Semaphore(0);
    private final String sign;
    private final StringBuilder message = new StringBuilder();

    Ears(String sign) {
        this.sign = sign;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            if (message.indexOf(sign) >= 0) {
                heard.release();
            }
            message.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
