import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// Twenty-four clients speak at the same time, six listen. Did all six hear everything, and in the same order?
///
///     java docs/snippets/Order.java ws://localhost:8080/ws
void main(String... args) throws InterruptedException {
    URI address = URI.create(args[0]);
    List<Ears> listeners = Stream.generate(Ears::new).limit(6).toList();
    listeners.forEach(ears -> connect(address, ears));
    List<WebSocket> speakers = Stream.generate(Ears::new).limit(24).map(ears -> connect(address, ears)).toList();

    List<Thread> talks = speakers.stream().map(speaker -> Thread.startVirtualThread(() -> talk(speaker))).toList();
    for (Thread talk : talks) {
        talk.join();
    }
    for (Ears ears : listeners) {
        if (!ears.all.await(40, TimeUnit.SECONDS)) {
            IO.println("somebody heard " + ears.heard.size() + " of " + ALL);
        }
    }
    List<String> first = listeners.getFirst().heard;
    boolean same = listeners.stream().allMatch(ears -> ears.heard.equals(first));
    IO.println("messages: " + first.size());
    IO.println(same ? "all six heard the same order" : "not all heard the same order");
    Runtime.getRuntime().halt(0);
}

final int EACH = 250;
final int ALL = 24 * EACH;

void talk(WebSocket speaker) {
    for (int i = 0; i < EACH; i++) {
        speaker.sendText(speaker.hashCode() + " says " + i, true).join();
    }
}

/// It is in when the server answers.
WebSocket connect(URI address, Ears ears) {
    WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, ears).join();
    socket.sendPing(ByteBuffer.allocate(0));
    ears.in.join();
    return socket;
}

class Ears implements WebSocket.Listener {

    final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch all = new CountDownLatch(ALL);
    final CompletableFuture<Void> in = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        in.complete(null);
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            heard.add(text.toString());
            text.setLength(0);
            all.countDown();
        }
        socket.request(1);
        return null;
    }
}
