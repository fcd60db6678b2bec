package chat;

import chat.edge.Exit;
import chat.edge.Options;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
        Client client = new Client(name, new Connection(name, peer, settings(options)));
        clients.add(client);
        return client;
    }

    private static Settings settings(String... options) throws Exit {
        return Options.parse(Settings.class,
                Stream.concat(Stream.of("--close-deadline=300ms"), Stream.of(options)).toArray(String[]::new));
    }

    Client join(String name, Peer peer, String... options) throws Exception {
        Client client = stranger(name, peer, options);
        post(new Event.Join(client));
        return client;
    }

    void say(Client speaker, String... texts) throws Exception {
        for (String text : texts) {
            post(new Event.Say(speaker, text));
        }
    }

    void leave(Client leaver) throws Exception {
        post(new Event.Leave(leaver));
    }

    void post(Event event) throws Exception {
        hub.put(event);
    }

    void stop() {
        hub.stop(Duration.ZERO);
    }

    @Override
    public void close() {
        hub.close();
        clients.forEach(client -> client.connection().ended());
    }
}
