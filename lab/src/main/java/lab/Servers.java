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
        command.addAll(List.of(options));
        return start(step, command);
    }

    /// Builds and starts a step's Go twin. Empty if this machine has no Go, or no gorilla/websocket.
    Optional<Server> goTwin(String step) throws IOException, InterruptedException {
        Path program = work.resolve("go-" + step).toAbsolutePath();
        if (!buildGo(step, program)) {
            return Optional.empty();
        }
        return Optional.of(start("go-" + step, List.of(program.toString(), "-port=0")));
    }

    /// Starts [Floor].
    Server floor(Floor.Way way) throws IOException, InterruptedException {
        String name = way == Floor.Way.BATCHED ? "floor-batched" : "floor";
        String classPath = System.getProperty("java.class.path");
        return start(name, List.of(java(), "-cp", classPath, "lab.Floor", way.name(), "0"));
    }

    @Override
    public void close() {
        started.forEach(Server::close);
    }

    private Server start(String name, List<String> command) throws IOException, InterruptedException {
        Server server = Server.start(name, command, work.resolve(name + ".stderr.txt"));
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

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
