package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.against.YourServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/// A server in a process of its own, for what only a process shows: its log, its exit code, signals, too little memory.
/// It is killed when the test ends.
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<Thread> readers;

    private ServerProcess(Process process) {
        this.process = process;
        readers = List.of(collect(process.getInputStream(), out), collect(process.getErrorStream(), log));
    }

    /// Starts this step's server on a free port and waits until it listens.
    static ServerProcess start(String... options) throws IOException {
        return start(List.of(), "chat.ChatServer", TestServer.onFreePorts("--log=info", options)).awaitListening();
    }

    /// Starts a program of this class path, and does not wait for anything.
    ///
    /// @param jvm options of the JVM, such as `-Xmx64m`
    public static ServerProcess start(List<String> jvm, String mainClass, String... arguments) throws IOException {
        return start(Map.of(), jvm, mainClass, arguments);
    }

    static ServerProcess start(Map<String, String> environment, List<String> jvm, String mainClass, String... arguments)
            throws IOException {
        YourServer.skipIfGiven("starts our own server");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("PORT");
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start());
    }

    /// Waits until the first line on stdout says where it listens. One that does not is killed.
    public ServerProcess awaitListening() {
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> !out.isEmpty() || !process.isAlive());
            assertThat(out).as("what it said on stdout; on stderr: %s", log).isNotEmpty();
            return this;
        } catch (RuntimeException | AssertionError notListening) {
            close();
            throw notListening;
        }
    }

    public int port() {
        return URI.create(out.getFirst()).getPort();
    }

    /// Lines of stdout until now.
    public List<String> out() {
        return List.copyOf(out);
    }

    /// Lines of stderr until now.
    public List<String> log() {
        return List.copyOf(log);
    }

    /// Waits for a line of stderr and returns it.
    public String awaitLog(Predicate<String> line) {
        Awaitility.await("a line of the log").atMost(PATIENCE).until(() -> log.stream().anyMatch(line));
        return log.stream().filter(line).findFirst().orElseThrow();
    }

    /// SIGTERM; on Windows there is nothing like it. (`Process.destroy()` would close its streams at once.)
    public void terminate() {
        process.toHandle().destroy();
    }

    /// Waits for the end of the process and of what it says.
    ///
    /// @return its exit code
    public int awaitExit(Duration atMost) throws InterruptedException {
        assertThat(process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)).as("it has ended after %s", atMost)
                .isTrue();
        for (Thread reader : readers) {
            reader.join(PATIENCE);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static Thread collect(InputStream stream, List<String> lines) {
        return Thread.ofPlatform().daemon().start(() -> {
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException processIsGone) {
                lines.add("(the rest of this stream was cut off)");
            }
        });
    }
}
