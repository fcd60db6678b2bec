package chat.edge;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/// Plain HTTP answers: one sentence a person can read, and headers that leave a browser no room for guesses.
public final class Answer {

    private static final HttpString CONTENT_SECURITY_POLICY = new HttpString("Content-Security-Policy");
    private static final String OWN_FILES_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Answer() {}

    /// Ends the exchange with a status and one sentence. I/O thread.
    public static void sentence(HttpServerExchange exchange, int status, String sentence) {
        exchange.setStatusCode(status);
        body(exchange, "text/plain; charset=utf-8").send(sentence + "\n");
    }

    /// Ends the exchange with a status and a JSON document. Any thread that has the exchange.
    public static void json(HttpServerExchange exchange, int status, String document) {
        exchange.setStatusCode(status);
        body(exchange, "application/json").send(document + "\n");
    }

    /// Sets the headers every answer has, and returns what sends the body.
    static io.undertow.io.Sender body(HttpServerExchange exchange, String contentType) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, contentType)
                .put(CONTENT_SECURITY_POLICY, OWN_FILES_ONLY)
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .put(Headers.REFERRER_POLICY, "no-referrer")
                .put(Headers.CACHE_CONTROL, "no-store");
        return exchange.getResponseSender();
    }
}
