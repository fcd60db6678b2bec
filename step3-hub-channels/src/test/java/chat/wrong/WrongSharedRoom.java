package chat.wrong;

import chat.AnotherHub;
import chat.edge.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The hub of article 000, where a newcomer's own thread looks whether it is here already. It reads the list while the
/// hub's thread changes it; and between the look and the join another may come with the same name.
public final class WrongSharedRoom extends AnotherHub {

    private static final int NAME_TAKEN = 4001;

    private final List<Member> members = new ArrayList<>();
    private final BlockingQueue<Event> inbox = new ArrayBlockingQueue<>(10);
    private final Thread thread = Thread.ofPlatform().daemon().name("hub").unstarted(this::run);

    public WrongSharedRoom() {
        thread.start();
    }

    public static void main(String... args) {
        new WrongSharedRoom().serve(args[0]);
    }

    private sealed interface Event {

        record Join(Member newcomer) implements Event {}

        record Leave(Member leaver) implements Event {}

        record Say(Member speaker, String text) implements Event {}
    }

    @Override
    public void join(Member newcomer) throws InterruptedException {
        for (Member member : members) {
            if (member.name().equals(newcomer.name())) {
                newcomer.close(NAME_TAKEN, "that name is taken");
                return;
            }
        }
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
        try {
            while (true) {
                handle(inbox.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Event event) throws InterruptedException {
        switch (event) {
            case Event.Join(Member newcomer) -> {
                members.add(newcomer);
                tell(joined(newcomer.name(), members.size()));
            }
            case Event.Leave(Member leaver) -> {
                if (members.remove(leaver)) {
                    tell(left(leaver.name(), members.size()));
                }
            }
            case Event.Say(Member speaker, String text) -> tell(said(speaker.name(), text));
        }
    }

    private void tell(Frame message) throws InterruptedException {
        for (Member member : members) {
            member.send(message);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
