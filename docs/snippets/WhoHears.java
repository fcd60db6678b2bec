import java.net.http.HttpClient;
import java.net.http.WebSocket;

/// Connects ada, bob and cleo, lets them speak in turn, and prints who hears what. The names are known in here only.
///
///     java docs/snippets/WhoHears.java ws://localhost:8080/ws "ada: hello" "bob: hi"
void main(String... args) throws InterruptedException {
    Map<String, Client> room = new LinkedHashMap<>();
    for (String name : List.of("ada", "bob", "cleo")) {
        room.put(name, new Client(URI.create(args[0])));
    }
    for (String line : List.of(args).subList(1, args.length)) {
        String[] words = line.split(": ", 2);
        IO.println("%-4s says   %s".formatted(words[0], words[1]));
        room.get(words[0]).socket.sendText(words[1], true).join();
        awaitAnything(room.values());
        for (Map.Entry<String, Client> client : room.entrySet()) {
            String heard = client.getValue().heard.poll(1, TimeUnit.SECONDS);
            IO.println("%-4s hears  %s".formatted(client.getKey(), heard == null ? "nothing" : heard));
        }
    }
    room.values().forEach(client -> client.socket.abort());
}

/// Somebody has heard something, or ten seconds have passed.
void awaitAnything(Collection<Client> clients) throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end && clients.stream().allMatch(client -> client.heard.isEmpty())) {
        Thread.sleep(10);
    }
}

class Client implements WebSocket.Listener {

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final CountDownLatch in = new CountDownLatch(1);
    final WebSocket socket;
    private final StringBuilder text = new StringBuilder();

    /// It is in when the server answers.
    Client(URI address) throws InterruptedException {
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
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            heard.add(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }
}
