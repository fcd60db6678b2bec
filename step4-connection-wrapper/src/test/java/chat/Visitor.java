package chat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/// Somebody who came through one of the two doors, and a book of all it says and hears, as a terminal shows it.
abstract class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final RawConnection connection;
    private final List<String> said = new ArrayList<>();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stalls;

    Visitor(String name, RawConnection connection) {
        this.name = name;
        this.connection = connection;
    }

    abstract void send(String text) throws IOException;

    /// @return what others hear of it
    abstract String sendFile(String file, int size) throws IOException;

    /// Ends in order.
    abstract void leave() throws IOException;

    /// Waits for what it hears next.
    abstract String next() throws IOException;

    /// @return what everyone hears
    String say(String text) throws IOException {
        send(text);
        return noted(this + ": " + text);
    }

    String noted(String line) {
        said.add(line);
        return line;
    }

    /// Dies.
    void reset() throws IOException {
        connection.reset();
    }

    void close() {
        over.countDown();
        connection.close();
    }

    /// Begins to read.
    Visitor reading() {
        Thread.ofVirtual().start(this::readAll);
        return this;
    }

    private void readAll() {
        try {
            while (true) {
                heard.add(next());
                if (stalls) {
                    over.await();
                }
            }
        } catch (IOException | InterruptedException end) {
            connection.close();
        } catch (AssertionError broken) {
            heard.add("broken: " + broken);
        }
    }

    void stopReading() {
        stalls = true;
    }

    String name() {
        return name;
    }

    List<String> said() {
        return said;
    }

    /// All it has heard so far.
    List<String> heard() {
        return List.copyOf(heard);
    }

    boolean hasHeard(String beginning) {
        return heard.stream().anyMatch(line -> line.startsWith(beginning));
    }

    void awaitHeard(String beginning) {
        Awaitility.await(name + " hears: " + beginning).atMost(PATIENCE).pollInterval(Duration.ofMillis(1))
                .until(() -> hasHeard(beginning));
    }

    @Override
    public String toString() {
        return name;
    }
}
