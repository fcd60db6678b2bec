package chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/// What this process says on stderr while this is open: the log of a server in the test's own process.
public final class LogLines implements AutoCloseable {

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public LogLines() {
        System.setErr(new PrintStream(bytes, true, UTF_8));
    }

    public List<String> lines() {
        return bytes.toString(UTF_8).lines().toList();
    }

    /// Waits for a line that ends so.
    void await(String end) {
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> lines().stream().anyMatch(line -> line.endsWith(end)));
    }

    @Override
    public void close() {
        System.setErr(before);
        before.print(bytes.toString(UTF_8));
    }
}
