package chat;

import chat.edge.Closing;
import chat.edge.Frame;
import chat.edge.GuardedListener;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What happens to one frame: it is posted to the hub. A binary one must be a file.
///
/// You do not read: you are called, on a thread that serves others too. So nothing here waits. If the hub's inbox is
/// full, this connection is not read any further, and one virtual thread waits for it: TCP slows the sender down.
final class SocketListener extends GuardedListener {

    private final Client client;
    private final Hub hub;

    /// What waits until the hub has room, one after the other: a connection's events reach the hub in order, even the
    /// leave of one that ended while an event of it waited. I/O thread only.
    private CompletableFuture<@Nullable Void> waiting = CompletableFuture.completedFuture(null);

    SocketListener(WebSocketChannel channel, Client client, Hub hub) {
        super(channel, client.name());
        this.client = client;
        this.hub = hub;
    }

    /// Starts listening and joins the room. The channel's I/O thread, once.
    void join() {
        listen();
        post(new Event.Join(client));
    }

    @Override
    protected void onFrame(Frame frame) {
        try {
            post(switch (frame.type()) {
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
        post(new Event.Leave(client));
    }

    private void post(Event event) {
        if (waiting.isDone() && hub.offer(event)) {
            return;
        }
        pauseReading("hub inbox full");
        waiting = waiting.thenRunAsync(() -> put(event), this::startReader);
    }

    private void startReader(Runnable task) {
        Thread.ofVirtual().name("reader " + client.name()).start(task);
    }

    private void put(Event event) {
        try {
            hub.put(event);
            resumeReading();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
