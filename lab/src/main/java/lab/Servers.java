package lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Knows how to start each kind of server. All it has started end with it.
final class Servers implements AutoCloseable {
    private static final Path DEBIAN_LIBRARIES = Path.of("/usr/share/gocode");

    private static final String FIRST_WITH_TCP = "step3";

    private final Path root;
    private final Path work;
    private final List<Server> started = new ArrayList<>();

    /// @param root the project's folder
    /// @param work takes logs and the Go programs
    Servers(Path root, Path work) {
        this.root = root;
        this.work = work;
    }

    /// Starts a step's jar with the `java` that runs this program, and default flags.
    ///
    /// @throws MissingJar if nobody has built it yet
    Server step(String step, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", Jars.of(root, step).toString(), "--port=0"));
        if (step.compareTo(FIRST_WITH_TCP) >= 0) {
            command.add("--tcp-port=0"); // its second door, which the lab leaves to itself
        }
        command.addAll(List.of(options));
        return start(step, command);
    }

    /// Starts one of a step's wrong versions, from its test classes, on a free port.
    ///
    /// @param name what results call it
    Server wrong(String name, String step, String mainClass) throws IOException, InterruptedException {
        return start(name, List.of(java(), "-cp", StepClasses.path(root, step), mainClass, "0"));
    }

    /// Builds and starts a step's Go twin. Empty if this machine has no Go, or no gorilla/websocket.
    ///
    /// @param twin like `go-step1`
    Optional<Server> goTwin(String twin) throws IOException, InterruptedException {
        Path program = work.resolve(twin).toAbsolutePath();
        if (!buildGo(twin.replace("go-", ""), program)) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(program.toString(), "-port=0"));
        if (twin.equals("go-step3")) {
            command.add("-tcp-port=0");
        }
        return Optional.of(start(twin, command));
    }

    /// Starts [Floor].
    Server floor(Floor.Way way) throws IOException, InterruptedException {
        return own(way == Floor.Way.BATCHED ? "floor-batched" : "floor", "lab.Floor", way.name(), "0");
    }

    /// Starts [Firehose].
    Server firehose(int clients) throws IOException, InterruptedException {
        return own("firehose", "lab.Firehose", String.valueOf(clients));
    }

    private Server own(String name, String mainClass, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path"),
                "-Djdk.virtualThreadScheduler.parallelism=1", mainClass));
        command.addAll(List.of(args));
        return start(name, command);
    }

    @Override
    public void close() {
        started.forEach(Server::askToStop); // all at once; then there is little to wait for
        started.forEach(Server::close);
    }

    private Server start(String name, List<String> command) throws IOException, InterruptedException {
        Server server = Server.start(name, command, work.resolve(name.replaceAll("\\W+", "-") + ".stderr.txt"));
        started.add(server);
        return server;
    }

    private boolean buildGo(String step, Path program) throws IOException, InterruptedException {
        Files.createDirectories(work);
        ProcessBuilder build = new ProcessBuilder("go", "build", "-o", program.toString(), step + "/main.go");
        build.directory(root.resolve("docs/go").toFile());
        build.redirectErrorStream(true).redirectOutput(work.resolve("go-" + step + ".build.txt").toFile());
        if (Files.isDirectory(DEBIAN_LIBRARIES.resolve("src/github.com/gorilla/websocket"))) {
            build.environment().put("GO111MODULE", "off");
            build.environment().put("GOPATH", DEBIAN_LIBRARIES.toString());
        }
        try {
            Process process = build.start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException noGo) {
            return false;
        }
    }

    /// The program that runs this one.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
