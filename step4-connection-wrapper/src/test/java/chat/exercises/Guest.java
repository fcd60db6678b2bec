package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.Heard;
import chat.Terminal;
import chat.TestClient;
import chat.edge.Exit;
import java.io.IOException;
import java.util.stream.Stream;

/// Somebody with a page, surely in the room of an exercise's server.
record Guest(String name, TestClient client) implements AutoCloseable {

    static final int BEAT = 4;
    static final int PUSHED = 5;

    /// A server with the options every exercise has, and these. Who does not read has all the time there is.
    static ChatServer server(String... options) throws Exit {
        return ChatServer.start(Stream.concat(
                Stream.of("--port=0", "--tcp-port=0", "--stop-deadline=500ms", "--close-deadline=500ms",
                        "--heartbeat=3600s", "--ping=3600s", "--write-deadline=600s", "--file-limit=16000000",
                        "--outbox-bytes=32000000"),
                Stream.of(options)).toArray(String[]::new));
    }

    /// Comes in, and has heard of it.
    static Guest join(ChatServer server, String name) throws IOException, InterruptedException {
        Guest guest = new Guest(name, TestClient.open(server.address().getPort(), "/ws?name=" + name));
        Heard first = guest.heard();
        assertThat(first.name()).as("whose coming a newcomer hears of first: %s", first).isEqualTo(name);
        return guest;
    }

    /// Somebody with a terminal, surely in the room.
    static Terminal terminal(ChatServer server) throws IOException {
        return Terminal.member(server.tcpAddress().getPort());
    }

    void say(String text) throws IOException {
        client.say(text);
    }

    /// The next thing this one is told, besides heartbeats.
    Heard heard() throws InterruptedException {
        Heard next = Heard.of(client.heard());
        while (next.type() == BEAT) {
            next = Heard.of(client.heard());
        }
        return next;
    }

    /// Waits for some heartbeats; nobody says anything meanwhile.
    void awaitBeats(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            Heard next = Heard.of(client.heard());
            assertThat(next.type()).as("a heartbeat, and nobody leaves: %s", next).isEqualTo(BEAT);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
