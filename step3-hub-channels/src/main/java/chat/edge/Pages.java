package chat.edge;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// The page's files and nothing else: each is named here, read once at start and answered from memory, so no path can
/// reach a class or a file of the machine. `/` is `index.html`; every other address is a 404. I/O thread.
public final class Pages implements HttpHandler {

    private static final Map<String, String> CONTENT_TYPES = Map.of("html", "text/html; charset=utf-8", "css",
            "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8");

    private final Map<String, File> files = new HashMap<>();

    private record File(String contentType, ByteBuffer bytes) {}

    /// @param names files in the `page` folder of the class path
    public Pages(String... names) {
        for (String name : names) {
            String type = CONTENT_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            files.put("/" + name, new File(type, read("/page/" + name)));
        }
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String path = exchange.getRequestPath().equals("/") ? "/index.html" : exchange.getRequestPath();
        File file = files.get(path);
        if (file == null) {
            Answer.sentence(exchange, StatusCodes.NOT_FOUND, "There is nothing at this address.");
        } else if (!isRead(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            Answer.sentence(exchange, StatusCodes.METHOD_NOT_ALLOWED, "This page can only be read.");
        } else {
            Answer.body(exchange, file.contentType).send(file.bytes.duplicate());
        }
    }

    private static boolean isRead(HttpString method) {
        return method.equals(Methods.GET) || method.equals(Methods.HEAD);
    }

    private static ByteBuffer read(String resource) {
        try (InputStream file = Pages.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return ByteBuffer.wrap(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
