package chat;

import chat.edge.Exit;
import chat.edge.Options;
import java.util.ArrayList;
import java.util.List;

/// This step's hub and people in it, without a network.
final class HubParty implements AutoCloseable {

    private final Hub hub;
    private final List<Client> clients = new ArrayList<>();

    HubParty() throws Exit {
        hub = new Hub(Options.parse(Settings.class));
    }

    /// Somebody who is not in.
    ///
    /// @param options for its outbox
    Client stranger(String name, Peer peer, String... options) throws Exit {
        Client client = new Client(name, peer, Options.parse(Settings.class, options));
        clients.add(client);
        return client;
    }

    Client join(String name, Peer peer, String... options) throws Exception {
        Client client = stranger(name, peer, options);
        post(new Event.Join(client));
        return client;
    }

    void say(Client speaker, String... texts) throws InterruptedException {
        for (String text : texts) {
            post(new Event.Say(speaker, text));
        }
    }

    void leave(Client leaver) throws InterruptedException {
        post(new Event.Leave(leaver));
    }

    void post(Event event) throws InterruptedException {
        hub.put(event);
    }

    void stop() {
        hub.stop();
    }

    @Override
    public void close() {
        hub.close();
        clients.forEach(Client::ended);
    }
}
