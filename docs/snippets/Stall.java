import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// One client says `sleep`, twenty others say `hi` at once. How long does each of them wait for its echo?
///
///     java docs/snippets/Stall.java ws://localhost:8080/ws
void main(String... args) {
    URI address = URI.create(args[0]);
    Client sleeper = new Client(address);
    List<Client> others = Stream.generate(() -> new Client(address)).limit(20).toList();
    sleeper.say("sleep");
    others.forEach(other -> other.say("hi"));

    List<Duration> waits = others.stream().map(other -> other.echo.join()).sorted().toList();
    long late = waits.stream().filter(wait -> wait.compareTo(Duration.ofSeconds(1)) > 0).count();
    IO.println("%d of 20 had their echo at once".formatted(20 - late));
    IO.println("%d of 20 waited, the longest %.1f s".formatted(late, waits.getLast().toMillis() / 1000.0));
}

class Client implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final CompletableFuture<Duration> echo = new CompletableFuture<>();
    private final WebSocket socket;
    private long said;

    Client(URI address) {
        socket = HTTP.newWebSocketBuilder().buildAsync(address, this).join();
    }

    void say(String text) {
        said = System.nanoTime();
        socket.sendText(text, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        echo.complete(Duration.ofNanos(System.nanoTime() - said));
        return null;
    }
}
