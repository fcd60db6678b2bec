import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// Two hundred people say goodbye and hang up, all at the same time. Whose goodbye does bob hear?
///
///     java docs/snippets/LastWords.java ws://localhost:8080/ws
void main(String... args) throws InterruptedException {
    Bob bob = new Bob();
    HttpClient http = HttpClient.newHttpClient();
    connect(http, URI.create(args[0] + "?name=bob"), bob);
    List<WebSocket> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
        people.add(connect(http, URI.create(args[0] + "?name=guest" + i), new WebSocket.Listener() {}));
    }
    for (WebSocket person : people) {
        person.sendText("goodbye", true).thenCompose(_ -> person.sendClose(WebSocket.NORMAL_CLOSURE, "done"));
    }
    bob.alone.await();
    IO.println("left:    " + PEOPLE);
    IO.println("goodbye: " + bob.goodbyes);
    Runtime.getRuntime().halt(0);
}

final int PEOPLE = 200;

WebSocket connect(HttpClient http, URI address, WebSocket.Listener ears) {
    return http.newWebSocketBuilder().buildAsync(address, ears).join();
}

class Bob implements WebSocket.Listener {

    final CountDownLatch alone = new CountDownLatch(PEOPLE);
    volatile int goodbyes;
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            if (text.indexOf("\"type\":0") > 0) {
                goodbyes++;
            } else if (text.indexOf("\"type\":2") > 0) {
                alone.countDown();
            }
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
