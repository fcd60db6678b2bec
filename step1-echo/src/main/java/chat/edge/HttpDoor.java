package chat.edge;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/// The HTTP server on the internet's side: small headers, no body worth the name, one deadline for a whole request, so
/// that nobody holds a connection by sending slowly, and an end after many, so that nobody holds a thread by sending fast.
public final class HttpDoor {

    private static final int MOST_HEADER_BYTES = 16_384;
    private static final int MOST_REQUESTS = 100;
    private static final AttachmentKey<Integer> REQUESTS = AttachmentKey.create(Integer.class);

    /// Buffers on the heap, where the garbage collector frees them; Undertow frees its own by a way the JVM warns of.
    private static final int BUFFER_BYTES = 16_384;
    private static final int MOST_IDLE_BUFFERS = 256;
    private static final int IDLE_BUFFERS_A_THREAD = 4;

    private HttpDoor() {}

    /// Starts listening.
    ///
    /// @param port     0 picks a free one
    /// @param deadline longest time for a request, from connecting or its predecessor to its answer
    /// @throws Exit if this address cannot be had
    public static Undertow open(String host, int port, Duration deadline, HttpHandler root) throws Exit {
        int millis = Math.toIntExact(deadline.toMillis());
        Undertow server = Undertow.builder()
                .addHttpListener(port, host)
                .setByteBufferPool(
                        new DefaultByteBufferPool(false, BUFFER_BYTES, MOST_IDLE_BUFFERS, IDLE_BUFFERS_A_THREAD))
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, millis)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MOST_HEADER_BYTES)
                .setHandler(exchange -> handle(exchange, deadline, root))
                .build();
        try {
            server.start();
            IdleHeap.giveBack();
            return server;
        } catch (RuntimeException failed) {
            server.stop();
            throw Exit.cannotListen(host, port);
        }
    }

    /// Where it listens; the port is the real one.
    public static InetSocketAddress address(Undertow server) {
        return (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
    }

    private static void handle(HttpServerExchange exchange, Duration deadline, HttpHandler root) throws Exception {
        endAfterMany(exchange);
        limitTime(exchange, deadline);
        root.handleRequest(exchange);
    }

    /// Whoever sends the next request before the last one is answered keeps the I/O thread. So after many requests the
    /// connection ends, unless it becomes a WebSocket.
    private static void endAfterMany(HttpServerExchange exchange) {
        Integer before = exchange.getConnection().getAttachment(REQUESTS);
        int requests = before == null ? 1 : before + 1;
        exchange.getConnection().putAttachment(REQUESTS, requests);
        if (requests >= MOST_REQUESTS) {
            exchange.addResponseCommitListener(answered -> answered.setPersistent(answered.isUpgrade()));
        }
    }

    private static void limitTime(HttpServerExchange exchange, Duration deadline) {
        XnioExecutor.Key tooLate = exchange.getIoThread().executeAfter(
                () -> IoUtils.safeClose(exchange.getConnection()), deadline.toMillis(), TimeUnit.MILLISECONDS);
        exchange.addExchangeCompleteListener((_, next) -> {
            tooLate.remove();
            next.proceed();
        });
    }
}
