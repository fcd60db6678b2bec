import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// One client joins and never reads. Ada talks to bob, and then a newcomer does. Does bob hear them?
///
///     java docs/snippets/Freeze.java ws://localhost:8080/ws
void main(String... args) throws Exception {
    URI address = URI.create(args[0]);
    Ears bob = new Ears();
    connect(address, bob).join();
    WebSocket ada = connect(address, new Ears()).join();
    try (Socket stalled = join(address)) {
        IO.println("ada sends " + MESSAGES + " messages of 8000 bytes, one after the other");
        int heard = 0;
        while (heard < MESSAGES && hears(bob, ada, TEXT)) {
            heard++;
        }
        IO.println(
                heard == MESSAGES ? "bob hears all of them" : "bob hears some of them, then nothing for two seconds");
        IO.println("a newcomer connects and says hello");
        IO.println(hearsNewcomer(bob, address) ? "bob hears it" : "bob does not hear it");
    }
    Runtime.getRuntime().halt(0);
}

final int MESSAGES = 2_000;
final String TEXT = "x".repeat(8_000);

boolean hears(Ears listener, WebSocket speaker, String text) throws InterruptedException {
    speaker.sendText(text, true);
    return listener.heard.tryAcquire(2, TimeUnit.SECONDS);
}

boolean hearsNewcomer(Ears listener, URI address) throws InterruptedException {
    try {
        WebSocket newcomer = connect(address, new Ears()).orTimeout(2, TimeUnit.SECONDS).join();
        return hears(listener, newcomer, "hello");
    } catch (CompletionException notLetIn) {
        return false;
    }
}

CompletableFuture<WebSocket> connect(URI address, Ears ears) {
    return HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, ears);
}

/// A client that reads the answer to its handshake, and nothing after it.
Socket join(URI address) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    socket.getOutputStream().write("""
            GET %s HTTP/1.1
            Host: %s
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """.formatted(address.getPath(), address.getAuthority()).replace("\n", "\r\n").getBytes(UTF_8));
    socket.getInputStream().readNBytes("HTTP/1.1 101".length());
    return socket;
}

class Ears implements WebSocket.Listener {

    final Semaphore heard = new Semaphore(0);

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        if (last) {
            heard.release();
        }
        socket.request(1);
        return null;
    }
}
