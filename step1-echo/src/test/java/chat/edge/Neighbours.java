package chat.edge;

import chat.RawWebSocket;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Two connections that share an I/O thread. To one of them another thread sends without a pause: whenever a frame has
/// left, the next one is waiting already. The other one says something before the first frame leaves.
public final class Neighbours {

    /// How many frames leave without a pause.
    public static final int FRAMES = 200;

    private final Way way;
    private final BlockingQueue<WebSocketChannel> joined = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> sentBefore = new CompletableFuture<>();
    private final CompletableFuture<Void> busy = new CompletableFuture<>();
    private final CompletableFuture<Void> said = new CompletableFuture<>();
    private int sent; // the I/O thread's

    /// A way to send, from another thread than the I/O thread. The future completes on the I/O thread.
    public interface Way {

        CompletableFuture<?> send(WebSocketChannel channel, Frame frame);
    }

    private final class Listener extends GuardedListener {

        Listener(WebSocketChannel channel) {
            super(channel, Log.address(channel.getSourceAddress()));
            joined.add(channel);
        }

        @Override
        protected void onFrame(Frame frame) {
            sentBefore.complete(sent);
        }
    }

    private Neighbours(Way way) {
        this.way = way;
    }

    /// How many frames the one was sent before the other was read.
    public static int sentBeforeTheOtherIsRead(Way way) throws Exception {
        return new Neighbours(way).count();
    }

    private int count() throws Exception {
        try (EdgeServer server = EdgeServer.withOneThread(Listener::new);
                RawWebSocket one = RawWebSocket.openAndHeard(server.port(), "/");
                RawWebSocket other = RawWebSocket.openAndHeard(server.port(), "/")) {
            WebSocketChannel channel = joined.take();
            channel.getIoThread().execute(() -> {
                busy.complete(null);
                said.join();
                sendAnother(channel);
            });
            busy.get(10, TimeUnit.SECONDS);
            other.sendText("hello");
            said.complete(null);
            for (int i = 0; i < FRAMES; i++) {
                one.read();
            }
            return sentBefore.get(10, TimeUnit.SECONDS);
        }
    }

    private void sendAnother(WebSocketChannel channel) {
        if (sent < FRAMES) {
            CompletableFuture<?> leaving = CompletableFuture
                    .supplyAsync(() -> way.send(channel, Frame.text("frame"))).join();
            sent++;
            leaving.thenRun(() -> sendAnother(channel));
        }
    }
}
