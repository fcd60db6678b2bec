import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// Ada says the numbers from 1 to 100, one after the other, and counts which of them come back to her, and in which order.
///
///     java docs/snippets/Numbers.java ws://localhost:8080/ws
void main(String... args) throws InterruptedException {
    Ada ears = new Ada();
    WebSocket ada = HttpClient.newHttpClient().newWebSocketBuilder()
            .buildAsync(URI.create(args[0] + "?name=ada"), ears).join();
    for (int i = 1; i <= 100; i++) {
        ada.sendText(String.valueOf(i), true).join();
        ears.heard.tryAcquire(50, TimeUnit.MILLISECONDS);
    }
    while (ears.heard.tryAcquire(3, TimeUnit.SECONDS)) {
        // More may come.
    }
    List<Integer> numbers = List.copyOf(ears.numbers);
    IO.println("said:      100");
    IO.println("came back: " + numbers.size());
    IO.println("in order:  " + (numbers.equals(numbers.stream().sorted().distinct().toList()) ? "yes" : "no"));
    Runtime.getRuntime().halt(0);
}

class Ada implements WebSocket.Listener {

    final Semaphore heard = new Semaphore(0);
    final Queue<Integer> numbers = new ConcurrentLinkedQueue<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            if (text.indexOf("{\"type\":0") == 0) {
                numbers.add(Integer.valueOf(text.toString().replaceAll(".*\"message\":\"|\"}", "")));
                heard.release();
            }
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
