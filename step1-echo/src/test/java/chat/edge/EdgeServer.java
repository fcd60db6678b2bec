package chat.edge;

import io.undertow.Undertow;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.function.Function;

/// The edge around a listener of the test's own. It has two I/O threads, or one, however many cores there are.
public final class EdgeServer implements AutoCloseable {

    static final Duration CLOSE_DEADLINE = Duration.ofMillis(500);
    private static final Limits LIMITS = new Limits(8192, 1_048_576, 1024, Duration.ofSeconds(10), CLOSE_DEADLINE);

    private final OpenSockets sockets = new OpenSockets(0);
    private final Undertow http;

    private EdgeServer(int port, int ioThreads, Function<WebSocketChannel, GuardedListener> listener) {
        Log.use(Log.Level.INFO);
        Handshake handshake = new Handshake(sockets, LIMITS, (_, channel) -> listener.apply(channel).listen());
        http = Undertow.builder().addHttpListener(port, "127.0.0.1").setIoThreads(ioThreads).setDirectBuffers(false)
                .setHandler(new UpgradeGuard(sockets, handshake)).build();
        http.start();
    }

    /// Starts a server whose every path is a WebSocket.
    ///
    /// @param listener makes the listener of a new connection
    public static EdgeServer start(int port, Function<WebSocketChannel, GuardedListener> listener) {
        return new EdgeServer(port, 2, listener);
    }

    /// Starts the same server, with one I/O thread that all connections share.
    static EdgeServer withOneThread(Function<WebSocketChannel, GuardedListener> listener) {
        return new EdgeServer(0, 1, listener);
    }

    public int port() {
        return HttpDoor.address(http).getPort();
    }

    @Override
    public void close() {
        sockets.closeAll(Duration.ofMillis(500));
        http.stop();
    }
}
