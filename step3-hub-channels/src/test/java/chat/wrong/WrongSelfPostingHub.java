package chat.wrong;

import chat.AnotherHub;
import chat.edge.Frame;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The hub of article 000: that somebody has come or left is a message like any other, so the hub posts it to its own
/// inbox. If that is full, the hub waits for room, which only the hub itself can make.
public final class WrongSelfPostingHub extends AnotherHub {

    /// As many as the article's channels hold. Who waits longest gets the next place, as in Go.
    private final BlockingQueue<Event> inbox = new ArrayBlockingQueue<>(10, true);
    private final Thread thread = Thread.ofPlatform().daemon().name("hub").unstarted(this::run);

    public WrongSelfPostingHub() {
        thread.start();
    }

    public static void main(String... args) {
        new WrongSelfPostingHub().serve(args[0]);
    }

    private sealed interface Event {

        record Join(Member newcomer) implements Event {}

        record Leave(Member leaver) implements Event {}

        record Tell(Frame message) implements Event {}
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
        inbox.put(new Event.Tell(said(speaker.name(), text)));
    }

    private void run() {
        Set<Member> members = new LinkedHashSet<>();
        try {
            while (true) {
                handle(inbox.take(), members);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Event event, Set<Member> members) throws InterruptedException {
        switch (event) {
            case Event.Join(Member newcomer) -> {
                members.add(newcomer);
                inbox.put(new Event.Tell(joined(newcomer.name(), members.size())));
            }
            case Event.Leave(Member leaver) -> {
                members.remove(leaver);
                inbox.put(new Event.Tell(left(leaver.name(), members.size())));
            }
            case Event.Tell(Frame message) -> {
                for (Member member : members) {
                    member.send(message);
                }
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
