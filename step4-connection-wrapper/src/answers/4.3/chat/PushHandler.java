package chat;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;

import chat.edge.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/// A door that is no socket: `POST /push` tells everybody something, or one of them, in order with the talk, and
/// answers how many clients have taken it.
///
/// @param names   its rules for names hold here too
/// @param longest body, in bytes
record PushHandler(PushToken token, Hub hub, Name names, int longest) implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper().enable(FAIL_ON_TRAILING_TOKENS);
    private static final Executor THREADS = task -> Thread.ofVirtual().name("push").start(task);

    /// Why a push is refused.
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final int status;
        private final String sentence;

        Refused(int status, String sentence) {
            super(sentence);
            this.status = status;
            this.sentence = sentence;
        }
    }

    /// A thread of its own answers: it waits for the body, and for the hub.
    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.dispatch(THREADS, this::answer);
    }

    private void answer(HttpServerExchange exchange) throws InterruptedException, IOException {
        try {
            int delivered = push(exchange);
            Answer.json(exchange, StatusCodes.OK, JSON.writeValueAsString(Map.of("delivered", delivered)));
        } catch (Refused refused) {
            Answer.json(exchange, refused.status, JSON.writeValueAsString(Map.of("error", refused.sentence)));
        }
    }

    private int push(HttpServerExchange exchange) throws Refused, InterruptedException, IOException {
        if (hub.isStopping()) {
            throw stopping();
        } else if (!exchange.getRequestMethod().equals(Methods.POST)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, Methods.POST_STRING);
            throw new Refused(StatusCodes.METHOD_NOT_ALLOWED, "Push with POST.");
        } else if (!token.isShownBy(Objects.toString(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION)))) {
            exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
            throw new Refused(StatusCodes.UNAUTHORIZED, "The push token is missing or wrong.");
        }
        JsonNode document = document(body(exchange));
        String name = text(document, "name");
        Optional<String> fault = names.fault(name);
        if (fault.isPresent()) {
            throw new Refused(StatusCodes.BAD_REQUEST, fault.get());
        }
        return deliver(name.strip(), text(document, "message"), receivers(document));
    }

    private byte[] body(HttpServerExchange exchange) throws Refused, IOException {
        exchange.startBlocking();
        byte[] body = exchange.getInputStream().readNBytes(longest + 1);
        if (body.length > longest) {
            throw new Refused(StatusCodes.REQUEST_ENTITY_TOO_LARGE, "A push has at most " + longest + " bytes.");
        }
        return body;
    }

    /// Jackson says it in several ways: bad JSON, bad UTF-8, and a guess at some other encoding that fails.
    private static JsonNode document(byte[] body) throws Refused {
        try {
            return JSON.readValue(body, JsonNode.class); // readTree takes an empty body
        } catch (IOException noJson) {
            throw new Refused(StatusCodes.BAD_REQUEST, "The body is not JSON.");
        }
    }

    private static String text(JsonNode document, String key) throws Refused {
        JsonNode value = document.path(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new Refused(StatusCodes.BAD_REQUEST, "\"" + key + "\" must be a string that is not blank.");
        }
        return value.textValue();
    }

    /// Everybody, unless one is named. The rules for names do not hold here: a terminal's name is its address.
    private static Predicate<String> receivers(JsonNode document) throws Refused {
        return document.has("to") ? text(document, "to").strip()::equals : _ -> true;
    }

    private int deliver(String name, String message, Predicate<String> to) throws Refused, InterruptedException {
        try {
            CompletableFuture<Integer> delivered = new CompletableFuture<>();
            hub.put(new Event.Push(name, message, to, delivered));
            return delivered.get();
        } catch (Mailbox.Closed stopped) {
            throw stopping();
        } catch (ExecutionException bug) {
            throw new Refused(StatusCodes.INTERNAL_SERVER_ERROR, "The server failed at this push.");
        }
    }

    private static Refused stopping() {
        return new Refused(StatusCodes.SERVICE_UNAVAILABLE, "The server is stopping. Try again later.");
    }
}
