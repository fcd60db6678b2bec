package chat.wrong;

import chat.AnotherHub;
import chat.edge.Frame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The broadcaster of article 002: each client has a channel and a thread that empties it, and the hub waits when one
/// of these channels is full. Whoever stops reading stops everyone, and cannot even be removed: its leave waits too.
public final class WrongBlockingHub extends AnotherHub {

    private final BlockingQueue<Event> inbox = new ArrayBlockingQueue<>(10);
    private final Thread thread = Thread.ofPlatform().daemon().name("hub").unstarted(this::run);

    public WrongBlockingHub() {
        thread.start();
    }

    public static void main(String... args) {
        new WrongBlockingHub().serve(args[0]);
    }

    private sealed interface Event {

        record Join(Member newcomer) implements Event {}

        record Leave(Member leaver) implements Event {}

        record Say(Member speaker, String text) implements Event {}
    }

    /// A client's channel, and the thread that empties it.
    private record Outbox(BlockingQueue<Frame> messages, Thread writer) {

        static Outbox of(Member member) {
            BlockingQueue<Frame> messages = new ArrayBlockingQueue<>(10);
            return new Outbox(messages, Thread.ofVirtual().name("writer " + member.name()).start(() -> {
                try {
                    while (true) {
                        member.send(messages.take());
                    }
                } catch (InterruptedException left) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
    }

    @Override
    public void join(Member newcomer) throws InterruptedException {
        inbox.put(new Event.Join(newcomer));
    }

    @Override
    public void leave(Member leaver) throws InterruptedException {
        inbox.put(new Event.Leave(leaver));
    }

    @Override
    public void say(Member speaker, String text) throws InterruptedException {
        inbox.put(new Event.Say(speaker, text));
    }

    private void run() {
        Map<Member, Outbox> clients = new LinkedHashMap<>();
        try {
            while (true) {
                handle(inbox.take(), clients);
            }
        } catch (InterruptedException stopped) {
            clients.values().forEach(outbox -> outbox.writer().interrupt());
        }
    }

    private static void handle(Event event, Map<Member, Outbox> clients) throws InterruptedException {
        switch (event) {
            case Event.Join(Member newcomer) -> {
                clients.put(newcomer, Outbox.of(newcomer));
                tell(clients, joined(newcomer.name(), clients.size()));
            }
            case Event.Leave(Member leaver) -> {
                Outbox outbox = clients.remove(leaver);
                if (outbox != null) {
                    outbox.writer().interrupt();
                    tell(clients, left(leaver.name(), clients.size()));
                }
            }
            case Event.Say(Member speaker, String text) -> tell(clients, said(speaker.name(), text));
        }
    }

    private static void tell(Map<Member, Outbox> clients, Frame message) throws InterruptedException {
        for (Outbox outbox : clients.values()) {
            outbox.messages().put(message);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
