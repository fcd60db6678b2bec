package chat;

import chat.edge.Answer;
import chat.edge.Log;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name in `/ws?name=ada`: who has none is sent to the page to choose one, who has a bad one is told why.
record Name(int longest, HttpHandler next) implements HttpHandler {

    /// Control characters, marks and overrides of writing direction, lone surrogates, and what stands for a broken byte.
    private static final Pattern FORBIDDEN = Pattern
            .compile("[\\p{Cc}\\p{Cs}\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FFFD}]");
    private static final Pattern ADDRESS = Pattern.compile("(\\d+(\\.\\d+){3}|\\[[\\da-fA-F:.%]+]):\\d+");

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Deque<String> names = exchange.getQueryParameters().get("name");
        if (names == null || (names.size() == 1 && names.getFirst().isBlank())) {
            exchange.getResponseHeaders().put(Headers.LOCATION, "/");
            refuse(exchange, StatusCodes.FOUND, "Choose a name first.");
            return;
        }
        Optional<String> fault = names.size() > 1 ? Optional.of("One name is enough.") : fault(names.getFirst());
        if (fault.isPresent()) {
            refuse(exchange, StatusCodes.BAD_REQUEST, fault.get());
        } else {
            next.handleRequest(exchange);
        }
    }

    private static void refuse(HttpServerExchange exchange, int status, String sentence) {
        Log.info("%s refused with %d: %s", Log.address(exchange.getSourceAddress()), status, sentence);
        Answer.sentence(exchange, status, sentence);
    }

    /// What is wrong with a name, in words. Names that look like an address belong to the TCP door.
    Optional<String> fault(String name) {
        return Optional.ofNullable(faultOrNull(name));
    }

    private @Nullable String faultOrNull(String name) {
        if (name.strip().codePoints().count() > longest) {
            return "A name has at most " + longest + " characters.";
        } else if (FORBIDDEN.matcher(name).find()) {
            return "A name has no control characters, direction marks or broken characters.";
        } else if (ADDRESS.matcher(name.strip()).matches()) {
            return "A name is no address.";
        }
        return null;
    }

    /// The name of a newcomer whose request got this far.
    static String of(Map<String, List<String>> parameters) {
        return parameters.getOrDefault("name", List.of("")).getFirst().strip();
    }
}
