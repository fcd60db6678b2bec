import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;

/// A chat client of one screen. It sends its words one by one and prints what comes back; without words it only listens.
///
///     java docs/snippets/Talk.java ws://localhost:8080/ws hello
void main(String... args) throws InterruptedException {
    Ears ears = new Ears();
    WebSocket socket = connect(URI.create(args[0]), ears);
    IO.println("open");
    for (String word : Arrays.asList(args).subList(1, args.length)) {
        IO.println("sent      " + word);
        socket.sendText(word, true).join();
        ears.heard.tryAcquire(1, TimeUnit.SECONDS);
        if (ears.end.getCount() == 0) {
            return;
        }
    }
    if (args.length > 1) {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
    }
    ears.end.await();
}

WebSocket connect(URI address, Ears ears) {
    try {
        return HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, ears).join();
    } catch (CompletionException failed) {
        IO.println(failed.getCause() instanceof WebSocketHandshakeException refused
                ? "refused   with status " + refused.getResponse().statusCode()
                : "refused   " + failed.getCause());
        System.exit(1);
        throw failed;
    }
}

/// What the library calls when something arrives, never two calls at a time.
class Ears implements WebSocket.Listener {

    final Semaphore heard = new Semaphore(0);
    final CountDownLatch end = new CountDownLatch(1);
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            IO.println("received  " + text);
            text.setLength(0);
            heard.release();
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        IO.println(("closed    with " + code + " " + reason).strip());
        end.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        IO.println("lost      the connection broke off without a close frame");
        end.countDown();
    }
}
