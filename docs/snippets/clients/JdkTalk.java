import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// A chat client on Java's own HTTP client: says one thing, then prints what comes until the server closes.
void main(String... args) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder()
            .buildAsync(URI.create(args[0]), new Printer(end)).join();
    socket.sendText(args[1], true).join();
    end.await();
}

/// Is called by the client, one call at a time. A message may come in parts, and each part is asked for.
record Printer(CountDownLatch end, StringBuilder text) implements WebSocket.Listener {

    Printer(CountDownLatch end) {
        this(end, new StringBuilder());
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            IO.println(text);
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        IO.println("closed with " + code + " " + reason);
        end.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        IO.println("lost: " + error.getMessage());
        end.countDown();
    }
}
