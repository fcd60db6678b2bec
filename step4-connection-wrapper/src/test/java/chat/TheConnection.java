package chat;

import chat.edge.Exit;
import chat.edge.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// This step's own [Connection], where other makes fail.
final class TheConnection implements AnotherConnection, Peer {

    private static final Settings SETTINGS = settings();

    private final FarEnd peer;
    private final Connection connection;

    TheConnection(FarEnd peer) {
        this.peer = peer;
        this.connection = new Connection("ada", this, SETTINGS);
    }

    private static Settings settings() {
        try {
            return Options.parse(Settings.class, "--close-deadline=600s", "--outbox-messages=" + OUTBOX);
        } catch (Exit exit) {
            throw new AssertionError(exit);
        }
    }

    @Override
    public boolean write(String text) throws InterruptedException {
        try {
            connection.write(Message.said("", text));
            return true;
        } catch (Mailbox.Closed closed) {
            return false;
        }
    }

    @Override
    public void close() {
        connection.close(1000, "done");
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        while (!connection.awaitGone(Duration.ofSeconds(1))) {
            // a test has its own deadline
        }
    }

    @Override
    public void send(List<Message> messages) throws IOException, InterruptedException {
        for (Message message : messages) {
            peer.take(Heard.of(message.frames().getFirst().text()).message());
        }
    }

    @Override
    public void close(int code, String reason) {
        connection.ended();
    }

    @Override
    public void cut() {
        connection.ended();
    }
}
