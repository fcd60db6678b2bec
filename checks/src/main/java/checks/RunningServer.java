package checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a process of its own, on free ports of this machine, with all it prints in one file.
///
/// Pages speak of the default ports 8080 and 8888: [#toReal] and [#toShown] translate.
public final class RunningServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("(?m)^(http|tcp)://127\\.0\\.0\\.1:([0-9]+)");
    private static final Pattern PUSH_TOKEN = Pattern.compile("(?m)^push token: (.+)$");
    private static final Map<String, String> SHOWN = Map.of("http", "8080", "tcp", "8888");

    private final Process process;
    private final Path output;
    /// shown port → real port
    private final Map<String, String> ports;

    private RunningServer(Process process, Path output, Map<String, String> ports) {
        this.process = process;
        this.output = output;
        this.ports = ports;
    }

    /// Starts the built jar of a step and waits until it has printed its addresses.
    public static RunningServer start(Step step, List<String> options) throws IOException, InterruptedException {
        return start(step, step.command(options), step.hasTcpDoor() ? 2 : 1);
    }

    /// Starts a main class of the step's tests with 0, a free port, as its first argument, and waits until it has printed
    /// its address.
    public static RunningServer startWrong(Step step, String mainClass, List<String> options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("0"));
        arguments.addAll(options);
        return start(step, step.testCommand(mainClass, arguments), 1);
    }

    private static RunningServer start(Step step, List<String> command, int addresses)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("server", ".log");
        Process process = launch(step.folder(), command, output);
        for (long end = System.nanoTime() + START.toNanos(); System.nanoTime() < end && process.isAlive(); pause()) {
            Map<String, String> ports = new TreeMap<>();
            Matcher address = ADDRESS.matcher(Files.readString(output));
            while (address.find()) {
                ports.put(SHOWN.getOrDefault(address.group(1), ""), address.group(2));
            }
            if (ports.size() >= addresses) {
                return new RunningServer(process, output, ports);
            }
        }
        throw didNotStart(process, output);
    }

    /// `http://127.0.0.1:PORT/` with the real port.
    public String url() {
        return "http://127.0.0.1:" + ports.get("8080") + "/";
    }

    /// The token it made at start, for pushes; step 4 prints it behind its addresses.
    public String pushToken() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + START.toNanos(); System.nanoTime() < end; pause()) {
            Matcher token = PUSH_TOKEN.matcher(Files.readString(output));
            if (token.find()) {
                return token.group(1);
            }
        }
        throw new AssertionError("the server printed no push token: " + Files.readString(output));
    }

    /// Sends it a signal: `STOP` lets the server stand still, `CONT` go on, `KILL` end.
    public void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new AssertionError("kill -" + name + " ended with " + exit);
        }
    }

    /// The text of a page with the real ports in it.
    public String toReal(String text) {
        return swap(text, false);
    }

    /// Something printed, with the ports the pages speak of.
    public String toShown(String text) {
        return swap(text, true);
    }

    private String swap(String text, boolean back) {
        String swapped = text;
        for (Map.Entry<String, String> port : ports.entrySet()) {
            String from = back ? port.getValue() : port.getKey();
            String to = back ? port.getKey() : port.getValue();
            swapped = swapped.replaceAll("(?<![0-9])" + from + "(?![0-9])", to);
        }
        return swapped;
    }

    /// Sends SIGTERM and waits for the end.
    ///
    /// @return all the server has printed, with the ports the pages speak of
    public String stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the server did not end within " + STOP.toSeconds() + " s of SIGTERM");
        }
        return toShown(Files.readString(output));
    }

    /// Ends the process at once if it still runs, and removes its output.
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        Files.deleteIfExists(output);
    }

    private static Process launch(Path folder, List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("PORT", "PUSH_TOKEN", "JAVA_TOOL_OPTIONS"));
        return builder.start();
    }

    private static AssertionError didNotStart(Process process, Path output) throws IOException, InterruptedException {
        String how = process.isAlive() ? "printed no address within " + START.toSeconds() + " s"
                : "ended with exit code " + process.exitValue();
        process.destroyForcibly().waitFor();
        String printed = Files.readString(output);
        Files.deleteIfExists(output);
        return new AssertionError("the server " + how + ": " + printed);
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(20);
    }
}
