package chat;

import chat.edge.Closing;
import chat.edge.Frame;
import chat.edge.GuardedListener;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;

/// What happens to one frame: it is an event for the hub. A binary one must be a file.
///
/// You do not read: you are called, on a thread that serves others too. It waits for the hub's lock, and nobody who
/// holds that lock waits for anyone.
final class SocketListener extends GuardedListener {

    private final Client client;
    private final Hub hub;

    SocketListener(WebSocketChannel channel, Client client, Hub hub) {
        super(channel, client.name());
        this.client = client;
        this.hub = hub;
    }

    /// Starts listening and joins the room. The channel's I/O thread, once.
    void join() {
        listen();
        hub.offer(new Event.Join(client));
    }

    @Override
    protected void onFrame(Frame frame) {
        try {
            hub.offer(switch (frame.type()) {
                case TEXT -> new Event.Say(client, frame.text());
                case BINARY -> new Event.File(client, FileFrame.of(frame));
            });
        } catch (FileFrame.Malformed noFile) {
            Closing.close(channel, CloseMessage.MSG_VIOLATES_POLICY, noFile.reason());
        }
    }

    @Override
    protected void onClosed() {
        client.ended();
        hub.offer(new Event.Leave(client));
    }
}
