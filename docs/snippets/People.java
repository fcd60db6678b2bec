import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;

/// People who come, speak and go, one after the other, and what each of them is sent. Whoever is called `nc` comes by
/// the TCP door, all others by WebSocket with their name. A second ada is shown as ada2.
///
///     java docs/snippets/People.java localhost:8080 localhost:8888 "ada joins" "bob joins" "ada says hi" "bob leaves"
void main(String... args) throws Exception {
    web = URI.create("ws://" + args[0] + "/ws");
    tcp = URI.create("tcp://" + args[1]);
    for (String action : List.of(args).subList(2, args.length)) {
        IO.println(action);
        String[] words = action.split(" ", 3);
        List<Person> listeners = new ArrayList<>(people.values());
        Person person = people.get(words[0]);
        switch (words[1]) {
            case "joins" -> {
                Person newcomer = words[0].equals("nc") ? new Terminal() : new Page(words[0]);
                people.put(person == null ? words[0] : words[0] + "2", newcomer);
                awaitHeard(List.of(newcomer));
                if (newcomer.gone) {
                    listeners.clear();
                }
            }
            case "says" -> person.say(words[2]);
            case "sends" -> {
                person.send(words[2]);
                listeners.remove(person);
            }
            default -> {
                person.leave();
                listeners.remove(person);
            }
        }
        awaitHeard(listeners);
        awaitQuiet();
        people.forEach((name, each) -> each.heard.forEach(what -> IO.println("    %-4s %s".formatted(name, what))));
        people.values().forEach(each -> each.heard.clear());
        people.values().removeIf(each -> each.gone);
    }
    Runtime.getRuntime().halt(0);
}

URI web;
URI tcp;
final Map<String, Person> people = new LinkedHashMap<>();
volatile long lastHeard;

/// Each of them has heard something, or ten seconds have passed.
void awaitHeard(List<Person> listeners) throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < end && listeners.stream().anyMatch(listener -> listener.heard.isEmpty())) {
        Thread.sleep(10);
    }
}

/// Nobody has heard anything for a moment.
void awaitQuiet() throws InterruptedException {
    lastHeard = System.nanoTime();
    while (System.nanoTime() - lastHeard < 1_000_000_000) {
        Thread.sleep(10);
    }
}

abstract class Person {

    final Queue<String> heard = new ConcurrentLinkedQueue<>();
    volatile boolean gone;

    abstract void say(String text) throws Exception;

    abstract void send(String file) throws Exception;

    abstract void leave() throws Exception;

    void hears(String what) {
        heard.add(what);
        lastHeard = System.nanoTime();
    }
}

/// What a page does: one WebSocket.
class Page extends Person implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    Page(String name) {
        try {
            URI address = URI.create(web + "?name=" + URLEncoder.encode(name, UTF_8));
            socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
        } catch (CompletionException failed) {
            gone = true;
            hears(failed.getCause() instanceof WebSocketHandshakeException refused
                    ? "is refused with status " + refused.getResponse().statusCode()
                    : "cannot connect: " + failed.getCause());
        }
    }

    @Override
    void say(String words) {
        socket.sendText(words, true).join();
    }

    @Override
    void send(String file) {
        byte[] name = file.getBytes(UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(2 + name.length + 3).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        socket.sendBinary(frame.putShort((short) name.length).put(name).put("abc".getBytes(UTF_8)).flip(), true).join();
    }

    @Override
    void leave() {
        gone = true;
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            hears(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        hears("[a binary frame of " + part.remaining() + " bytes]");
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        if (!gone) {
            gone = true;
            hears("is closed with " + code + " " + reason);
        }
        return null;
    }
}

/// What `nc` does: one TCP connection, one line a message.
class Terminal extends Person {

    private final Socket socket = new Socket(tcp.getHost(), tcp.getPort());

    Terminal() throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        Thread.startVirtualThread(() -> lines.lines().forEach(this::hears));
    }

    @Override
    void say(String text) throws IOException {
        socket.getOutputStream().write((text + "\n").getBytes(UTF_8));
    }

    @Override
    void send(String file) {
        throw new UnsupportedOperationException("the TCP door takes no files");
    }

    @Override
    void leave() throws IOException {
        gone = true;
        socket.close();
    }
}
