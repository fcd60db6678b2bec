package chat.edge;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Who may open a socket at all: a GET, while there is room, from our own page or from no page.
///
/// A browser lets any page on the web open a WebSocket to any server, with the user's cookies. The `Origin` header is
/// all a server has against that (RFC 6455, section 10.2). A program that is no browser sends none and is let in.
public final class UpgradeGuard implements HttpHandler {

    private final OpenSockets sockets;
    private final HttpHandler next;

    /// @param next called for every request that may go on
    public UpgradeGuard(OpenSockets sockets, HttpHandler next) {
        this.sockets = sockets;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Optional<String> refusal = sockets.refusal();
        if (!exchange.getRequestMethod().equals(Methods.GET)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET");
            refuse(exchange, StatusCodes.METHOD_NOT_ALLOWED, "A WebSocket is opened with GET.");
        } else if (refusal.isPresent()) {
            refuse(exchange, StatusCodes.SERVICE_UNAVAILABLE, refusal.get());
        } else if (!isFromOurPage(exchange)) {
            refuse(exchange, StatusCodes.FORBIDDEN, "This page may not talk to this server: its origin is another.");
        } else {
            next.handleRequest(exchange);
        }
    }

    static void refuse(HttpServerExchange exchange, int status, String sentence) {
        Log.info("%s refused with %d: %s", Log.address(exchange.getSourceAddress()), status, sentence);
        Answer.sentence(exchange, status, sentence);
    }

    private static boolean isFromOurPage(HttpServerExchange exchange) {
        HeaderValues origins = exchange.getRequestHeaders().get(Headers.ORIGIN);
        if (origins == null) {
            return true;
        }
        String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
        return origins.size() == 1 && host != null && isSameServer(origins.getFirst(), host);
    }

    /// Same host and same port, by both spellings: `http://a.example` is `a.example:80`.
    static boolean isSameServer(String origin, String hostHeader) {
        try {
            URI page = new URI(origin);
            URI server = new URI(page.getScheme() + "://" + hostHeader);
            return isBare(page) && isBare(server) && page.getHost().equalsIgnoreCase(server.getHost())
                    && port(page) == port(server);
        } catch (URISyntaxException notAnOrigin) {
            return false;
        }
    }

    /// A scheme, a host, perhaps a port, and nothing else.
    private static boolean isBare(URI uri) {
        return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null && uri.toString().equals(uri.getScheme() + "://" + uri.getRawAuthority())
                && uri.getRawUserInfo() == null;
    }

    private static int port(URI uri) {
        return uri.getPort() != -1 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
