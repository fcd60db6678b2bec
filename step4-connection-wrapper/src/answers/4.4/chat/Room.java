package chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Who is here, and who is told. No lock: a room is a local variable of the hub's loop, and only that thread has it.
final class Room {

    private static final int GOING_AWAY = 1001;
    private static final int NAME_TAKEN = 4001;

    private final Map<String, Client> clients = new LinkedHashMap<>();
    private boolean closing;

    /// A newcomer is announced to everyone, itself too, or sent away: its name is taken, or it comes too late.
    void join(Client newcomer) {
        if (closing) {
            newcomer.connection().close(GOING_AWAY, "the server is stopping");
        } else if (clients.putIfAbsent(newcomer.name(), newcomer) == null) {
            tell(Message.joined(newcomer.name(), clients.size()), _ -> true);
        } else {
            newcomer.connection().close(NAME_TAKEN, "that name is taken");
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

    /// What is pushed from outside goes to everyone.
    ///
    /// @return how many of them have taken it
    int push(String name, String text) {
        return tell(Message.pushed(name, text), _ -> true);
    }

    /// Everyone is told that the server stops, and so is whoever still comes. Nobody is told anything else any more.
    ///
    /// @return their connections, which are closing now
    List<Connection> close() {
        closing = true;
        List<Connection> connections = clients.values().stream().map(Client::connection).toList();
        connections.forEach(connection -> connection.close(GOING_AWAY, "the server is stopping"));
        return connections;
    }

    private boolean isHere(Client client) {
        return client.equals(clients.get(client.name()));
    }

    /// Whoever is slow is told later, and less; whose connection has ended is about to leave.
    ///
    /// @return how many have taken it
    private int tell(Message message, Predicate<Client> to) {
        int taken = 0;
        for (Client client : clients.values()) {
            if (to.test(client) && client.connection().offer(message)) {
                taken++;
            }
        }
        return taken;
    }
}
