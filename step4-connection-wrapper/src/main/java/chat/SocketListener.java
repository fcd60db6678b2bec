package chat;

import chat.edge.Frame;
import chat.edge.GuardedListener;
import chat.edge.Log;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What happens to one frame: it goes into the connection's inbox, where the client's own thread reads it.
///
/// You do not read: you are called, on a thread that serves others too. So nothing here waits. If the inbox is full,
/// this connection is not read any further, and one virtual thread waits for it: TCP slows the sender down.
final class SocketListener extends GuardedListener {

    private final Client client;
    private final Heartbeat heartbeat;
    private final PingWatch watch;

    /// What waits until the inbox has room, one after the other: a connection's frames reach it in order. I/O thread
    /// only.
    private CompletableFuture<@Nullable Void> waiting = CompletableFuture.completedFuture(null);

    SocketListener(WebSocketChannel channel, Client client, Heartbeat heartbeat, PingWatch watch) {
        super(channel, client.name());
        this.client = client;
        this.heartbeat = heartbeat;
        this.watch = watch;
    }

    @Override
    protected void onFrame(Frame frame) {
        if (waiting.isDone() && client.connection().offerReceived(frame)) {
            return;
        }
        pauseReading("inbox full");
        watch.pause();
        waiting = waiting.thenRunAsync(() -> put(frame), this::startReader);
    }

    @Override
    protected void onPong() {
        watch.answered();
    }

    @Override
    protected void onClosed() {
        heartbeat.stop();
        watch.stop();
        client.connection().ended();
    }

    private void startReader(Runnable task) {
        Thread.ofVirtual().name("reader " + client.name()).start(task);
    }

    private void put(Frame frame) {
        try {
            client.connection().putReceived(frame);
        } catch (Mailbox.Closed over) {
            Log.debug("%s: a frame came too late, %s", client.name(), over.reason());
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        } finally {
            watch.resume();
            resumeReading();
        }
    }
}
