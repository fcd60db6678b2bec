package chat.against;

import chat.RawWebSocket;
import chat.Wire;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/// A server of your own, in any language, that the tests talk to in place of the step's. It runs already, with the
/// defaults that the step has, and all tests share it.
public final class YourServer {

    private static final Pattern HEARTBEAT = Pattern.compile("\\{.*\"type\"\\s*:\\s*4\\s*[,}].*", Pattern.DOTALL);

    /// Your server may be more patient than a test: then the test takes longer.
    private static final String PATIENCE = "--close-deadline=";
    private static final List<String> DEFAULTS = List.of("--heartbeat=1s");

    private static volatile boolean heartbeatsMatter;

    private YourServer() {}

    public static boolean isGiven() {
        return System.getProperty("against") != null;
    }

    /// Its port, if it is the server that a test needs.
    ///
    /// @param options those the test would start our server with
    /// @throws TestAbortedException if only our own server can be started like that
    public static int port(String... options) {
        List<String> special = Arrays.stream(options)
                .filter(option -> !option.startsWith(PATIENCE) && !DEFAULTS.contains(option)).toList();
        skipIf(special.stream().anyMatch(option -> option.startsWith("--stop-deadline=")), "stops the server");
        skipIf(!special.isEmpty(), "needs a server started with " + String.join(" ", special));
        heartbeatsMatter = Arrays.stream(options).anyMatch(option -> option.startsWith("--heartbeat="));
        return address("against", "").getPort();
    }

    /// Where it takes plain TCP.
    public static int tcpPort() {
        skipIf(System.getProperty("against-tcp") == null, "needs your TCP door: add -Dagainst-tcp=localhost:8888");
        return address("against-tcp", "tcp://").getPort();
    }

    /// What lets one push.
    public static String pushToken() {
        skipIf(System.getProperty("against-token") == null, "needs your push token: add -Dagainst-token=…");
        return System.getProperty("against-token", "");
    }

    /// A test that goes on has our own server.
    public static void skipIfGiven(String why) {
        skipIf(isGiven(), why);
    }

    /// From step 4 on a server says every second that it lives. Ours is told not to where it would disturb; yours is
    /// not heard there.
    public static boolean onlySaysThatItLives(RawWebSocket.Received frame) {
        return isGiven() && !heartbeatsMatter && frame.first() == Wire.TEXT
                && HEARTBEAT.matcher(frame.text()).matches();
    }

    private static void skipIf(boolean condition, String why) {
        if (condition) {
            throw new TestAbortedException(why);
        }
    }

    private static URI address(String property, String scheme) {
        return URI.create(scheme + System.getProperty(property, ""));
    }
}
