package chat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Predicate;

/// Who is here, and who is told. No lock: a room is a local variable of the hub's loop, and only that thread has it.
final class Room {

    private static final int GOING_AWAY = 1001;
    private static final int NAME_TAKEN = 4001;

    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final SequencedSet<Client> tooSlow = new LinkedHashSet<>();
    private boolean closing;

    /// A newcomer is announced to everyone, itself too, or sent away: its name is taken, or it comes too late.
    void join(Client newcomer) {
        if (closing) {
            newcomer.close(GOING_AWAY, "the server is stopping");
        } else if (clients.putIfAbsent(newcomer.name(), newcomer) == null) {
            tell(Message.joined(newcomer.name(), clients.size()), _ -> true);
        } else {
            newcomer.close(NAME_TAKEN, "that name is taken");
        }
    }

    /// For the others, one leaves and another joins, and nothing happens in between: whoever is too slow for the first
    /// news leaves after the second. If the name is not free, only who asked for it hears of that.
    void rename(Client client, String name) {
        if (isHere(client) && clients.containsKey(name)) {
            tell(Message.taken(name), client::equals);
        } else if (isHere(client)) {
            clients.remove(client.name());
            offer(Message.left(client.name(), clients.size()), _ -> true);
            client.rename(name);
            join(client);
        }
    }

    /// A leaver is announced to those who stay; whoever is not here cannot leave.
    void leave(Client leaver) {
        if (clients.remove(leaver.name(), leaver)) {
            tell(Message.left(leaver.name(), clients.size()), _ -> true);
        }
    }

    /// What is said goes to everyone, the speaker too.
    void say(Client speaker, String text) {
        if (isHere(speaker) && !text.isBlank()) {
            tell(Message.said(speaker.name(), text), _ -> true);
        }
    }

    /// A file goes to everyone else.
    void sendFile(Client sender, FileFrame file) {
        if (isHere(sender)) {
            tell(Message.file(sender.name(), file), receiver -> !receiver.equals(sender));
        }
    }

    /// Everyone is told that the server stops, and so is whoever still comes.
    void close() {
        closing = true;
        clients.values().forEach(client -> client.close(GOING_AWAY, "the server is stopping"));
    }

    private boolean isHere(Client client) {
        return client.equals(clients.get(client.name()));
    }

    /// Whoever has no room left for a message is dropped, but only after everyone else has got it: that the dropped
    /// one leaves is a message too, and may be too much for the next.
    private void tell(Message message, Predicate<Client> to) {
        offer(message, to);
        while (!tooSlow.isEmpty()) {
            Client dropped = tooSlow.removeFirst();
            clients.remove(dropped.name());
            offer(Message.left(dropped.name(), clients.size()), _ -> true);
        }
    }

    private void offer(Message message, Predicate<Client> to) {
        for (Client client : clients.values()) {
            if (to.test(client) && !tooSlow.contains(client) && !client.offer(message)) {
                tooSlow.add(client);
            }
        }
    }
}
