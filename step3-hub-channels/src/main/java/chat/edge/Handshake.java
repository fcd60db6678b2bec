package chat.edge;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/// The opening handshake, version 13 and nothing else (RFC 6455, section 4.2). What is not a handshake gets a 4xx and
/// a sentence; what is becomes a [GuardedChannel].
public final class Handshake implements HttpHandler {

    private static final int KEY_BYTES = 16;
    private static final String MAX_FRAMES = "io.undertow.websockets.core.WEB_SOCKETS_MAX_READ_FRAMES";
    private static final AttachmentKey<HeaderMap> HEADERS = AttachmentKey.create(HeaderMap.class);

    private final OpenSockets sockets;
    private final HttpHandler upgrade;

    /// @param onConnect called on the new channel's I/O thread, after the 101 has been written
    public Handshake(OpenSockets sockets, Limits limits, WebSocketConnectionCallback onConnect) {
        this.sockets = sockets;
        // Undertow reads this limit from a system property, once for each connection.
        System.setProperty(MAX_FRAMES, String.valueOf(limits.framesPerMessage()));
        WebSocketConnectionCallback registered = (exchange, channel) -> {
            if (((GuardedChannel) channel).isWhole()) {
                sockets.add(channel);
                connect(onConnect, exchange, channel);
            } else {
                forget(exchange, channel);
            }
        };
        this.upgrade = new WebSocketProtocolHandshakeHandler(List.of(new Version13(limits)), registered);
    }

    /// The peer left while we answered. Undertow watches a channel for its end only from now on, and would keep it.
    private static void forget(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        exchange.getPeerConnections().remove(channel);
        IoUtils.safeClose(channel);
    }

    private static void connect(WebSocketConnectionCallback onConnect, WebSocketHttpExchange exchange,
            WebSocketChannel channel) {
        try {
            onConnect.onConnect(exchange, channel);
        } catch (RuntimeException | Error bug) {
            Log.error(bug, "%s could not be let in", Log.address(channel.getSourceAddress()));
            Closing.close(channel, CloseMessage.UNEXPECTED_ERROR, "the server failed to let you in");
        } finally {
            // Undertow keeps the request as long as the connection. Nobody reads its headers any more.
            exchange.getAttachment(HEADERS).clear();
        }
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String fault = fault(exchange);
        if (fault != null) {
            UpgradeGuard.refuse(exchange, StatusCodes.BAD_REQUEST, fault);
        } else if (!"13".equals(version(exchange))) {
            exchange.getResponseHeaders().put(Headers.SEC_WEB_SOCKET_VERSION, "13");
            UpgradeGuard.refuse(exchange, StatusCodes.UPGRADE_REQUIRED,
                    "This server speaks WebSocket version 13 only.");
        } else if (!sockets.reserve(exchange.getConnection())) {
            UpgradeGuard.refuse(exchange, StatusCodes.SERVICE_UNAVAILABLE, sockets.refusal().orElse(OpenSockets.FULL));
        } else {
            exchange.putAttachment(HEADERS, exchange.getRequestHeaders());
            upgrade.handleRequest(exchange);
        }
    }

    /// What this request lacks to be a handshake, or null.
    private static @Nullable String fault(HttpServerExchange exchange) {
        if (!exchange.getProtocol().equals(Protocols.HTTP_1_1)) {
            return "A WebSocket handshake needs HTTP/1.1.";
        } else if (!has(exchange, Headers.UPGRADE, "websocket")) {
            return "This address is a WebSocket: connect with 'Upgrade: websocket'.";
        } else if (!has(exchange, Headers.CONNECTION, "upgrade")) {
            return "A WebSocket handshake needs 'Connection: Upgrade'.";
        } else if (!isKey(exchange.getRequestHeaders())) {
            return "A WebSocket handshake needs one Sec-WebSocket-Key of 16 bytes in Base64.";
        } else if (version(exchange) == null) {
            return "A WebSocket handshake needs a Sec-WebSocket-Version.";
        } else if (!exchange.isRequestComplete()) {
            return "A WebSocket handshake has no body.";
        }
        return null;
    }

    private static boolean has(HttpServerExchange exchange, HttpString header, String token) {
        var values = exchange.getRequestHeaders().get(header);
        return values != null && values.stream().flatMap(value -> List.of(value.split(",", -1)).stream())
                .anyMatch(value -> value.strip().toLowerCase(Locale.ROOT).equals(token));
    }

    private static boolean isKey(HeaderMap headers) {
        try {
            String key = headers.count(Headers.SEC_WEB_SOCKET_KEY) == 1 ? headers.getFirst(Headers.SEC_WEB_SOCKET_KEY)
                    : "";
            return Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static @Nullable String version(HttpServerExchange exchange) {
        return exchange.getRequestHeaders().getFirst(Headers.SEC_WEB_SOCKET_VERSION);
    }

    /// Undertow's handshake, with our channel.
    private static final class Version13 extends Hybi13Handshake {

        private final Limits limits;

        Version13(Limits limits) {
            this.limits = limits;
        }

        @Override
        public WebSocketChannel createChannel(WebSocketHttpExchange exchange, StreamConnection connection,
                ByteBufferPool buffers) {
            String url = getWebSocketLocation(exchange);
            return new GuardedChannel(connection, buffers, url, exchange.getPeerConnections(), exchange.getOptions(),
                    limits);
        }
    }
}
