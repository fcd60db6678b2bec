package chat;

import chat.edge.Frame;
import chat.edge.Log;
import io.undertow.websockets.core.CloseMessage;

/// What one client does here, from join to leave, in straight lines, on a thread of its own: Go's read loop is back.
/// Whatever ends the loop, the leave follows, once.
final class Session {

    private final Client client;
    private final Hub hub;

    private Session(Client client, Hub hub) {
        this.client = client;
        this.hub = hub;
    }

    /// Starts it; the thread ends by itself when the connection does.
    static void start(Client client, Hub hub) {
        Thread.ofVirtual().name("session " + client.name()).start(new Session(client, hub)::run);
    }

    private void run() {
        try {
            hub.put(new Event.Join(client));
            try {
                talk();
            } finally {
                hub.put(new Event.Leave(client));
            }
        } catch (Mailbox.Closed stopping) {
            client.connection().close(CloseMessage.GOING_AWAY, stopping.reason());
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk() throws Mailbox.Closed, InterruptedException {
        try {
            while (true) {
                hub.put(event(client.connection().read()));
            }
        } catch (Mailbox.Closed over) {
            Log.debug("%s: session ends, %s", client.name(), over.reason());
        } catch (FileFrame.Malformed noFile) {
            client.connection().close(CloseMessage.MSG_VIOLATES_POLICY, noFile.reason());
        } catch (RuntimeException bug) {
            Log.error(bug, "%s: a message could not be handled", client.name());
            client.connection().close(CloseMessage.UNEXPECTED_ERROR, "the server failed at this message");
        }
    }

    private Event event(Frame frame) throws FileFrame.Malformed {
        return switch (frame.type()) {
            case TEXT -> new Event.Say(client, frame.text());
            case BINARY -> new Event.File(client, FileFrame.of(frame));
        };
    }
}
