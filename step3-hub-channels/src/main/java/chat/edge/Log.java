package chat.edge;

import java.net.InetSocketAddress;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line an event on stderr, with the thread that acted: `2026-11-21T12:00:00.123 INFO [I/O-2] text`. Any thread.
///
/// What users type is never passed to it. Names and reasons are: their control characters are escaped, so that no
/// user can forge a line or steer a terminal, and the library's own codes are cut.
public final class Log {

    /// How much is written; `DEBUG` adds a line for each frame, with its type and size.
    public enum Level {
        INFO, DEBUG
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");
    private static final Pattern LIBRARY_CODE = Pattern.compile("UT\\d+: ?");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static volatile Level level = Level.INFO;

    private Log() {}

    /// Sets the level for the whole process and silences every library: what they would say, we say in our words.
    public static void use(Level chosen) {
        LogManager.getLogManager().reset();
        level = chosen;
    }

    /// An event.
    public static void info(String format, @Nullable Object... values) {
        write("INFO", format, values);
    }

    /// An event too small to be told each time.
    public static void debug(String format, @Nullable Object... values) {
        if (level == Level.DEBUG) {
            write("DEBUG", format, values);
        }
    }

    /// A bug of ours, with the place it was thrown at.
    public static void error(Throwable bug, String format, @Nullable Object... values) {
        StackTraceElement[] trace = bug.getStackTrace();
        write("ERROR", "%s: %s at %s", String.format(format, values), bug, trace.length == 0 ? "?" : trace[0]);
    }

    /// An address as `127.0.0.1:50412`.
    public static String address(InetSocketAddress address) {
        String host = address.getAddress() == null ? address.getHostString() : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static void write(String kind, String format, @Nullable Object... values) {
        String time = LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        String text = LIBRARY_CODE.matcher(String.format(format, values)).replaceAll("");
        System.err.println(time + " " + kind + " [" + thread() + "] " + escape(text));
    }

    /// The thread's role: Undertow calls its own `XNIO-1 I/O-2`.
    private static String thread() {
        String name = Thread.currentThread().getName();
        return name.startsWith("XNIO-") ? name.substring(name.indexOf(' ') + 1) : name;
    }

    private static String escape(String text) {
        return UNPRINTABLE.matcher(text)
                .replaceAll(one -> Matcher.quoteReplacement(String.format("\\u%04x", one.group().codePointAt(0))));
    }
}
