package chat;

import chat.edge.Exit;
import chat.edge.Options;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// This step's own hub, with its clients and outboxes, behind the face of [AnotherHub]: so that one scenario runs
/// against the wrong ones and this one.
final class TheHub extends AnotherHub {

    private final Settings settings;
    private final Hub hub;
    private final Map<Member, Client> clients = new ConcurrentHashMap<>();

    TheHub(String... options) throws Exit {
        settings = Options.parse(Settings.class, options);
        hub = new Hub(settings);
    }

    /// A member as a far end: told one frame after the other.
    private record MemberPeer(Member member) implements Peer {

        @Override
        public void send(List<Message> messages) throws InterruptedException {
            for (Message message : messages) {
                member.send(message.frames().getFirst());
            }
        }

        @Override
        public void close(int code, String reason) {
            member.close(code, reason);
        }
    }

    @Override
    public void join(Member newcomer) throws InterruptedException {
        hub.put(new Event.Join(clientOf(newcomer)));
    }

    @Override
    public void leave(Member leaver) throws InterruptedException {
        clientOf(leaver).ended();
        hub.put(new Event.Leave(clientOf(leaver)));
    }

    @Override
    public void say(Member speaker, String text) throws InterruptedException {
        hub.put(new Event.Say(clientOf(speaker), text));
    }

    private Client clientOf(Member member) {
        return clients.computeIfAbsent(member, each -> new Client(each.name(), new MemberPeer(each), settings));
    }

    @Override
    public void close() {
        hub.close();
        clients.values().forEach(Client::ended);
    }
}
