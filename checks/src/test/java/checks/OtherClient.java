package checks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A chat client of `docs/snippets/clients`, and how this machine runs it.
///
/// @param command the address and the words go behind it
/// @param lacking what this machine would need to run it; empty if it has all
record OtherClient(String source, List<String> command, Map<String, String> environment, String lacking) {

    private static final String FOLDER = "docs/snippets/clients/";
    private static final Path GO_LIBRARIES = Path.of("/usr/share/gocode");

    static List<OtherClient> all() {
        return List.of(jdk(), tyrus(), node(), python(), go());
    }

    private static OtherClient jdk() {
        return runs("JdkTalk.java", Map.of(), Step.java());
    }

    private static OtherClient tyrus() {
        String jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.contains("tyrus-standalone-client")).findFirst().orElseThrow();
        return runs("TyrusTalk.java", Map.of(), Step.java(), "-cp", jar);
    }

    /// Node has a WebSocket since 20.10, and since 22 without an option.
    private static OtherClient node() {
        Matcher version = Pattern.compile("v(\\d+)\\.(\\d+).*\\s*").matcher(printed("node", "--version").orElse(""));
        if (!version.matches()) {
            return lacks("talk.mjs", "Node");
        }
        int major = Integer.parseInt(version.group(1));
        if (major < 20 || (major == 20 && Integer.parseInt(version.group(2)) < 10)) {
            return lacks("talk.mjs", "Node 20.10 or newer, which has a WebSocket");
        }
        return major < 22 ? runs("talk.mjs", Map.of(), "node", "--experimental-websocket")
                : runs("talk.mjs", Map.of(), "node");
    }

    private static OtherClient python() {
        return Stream.of("python3", "/usr/bin/python3", "python")
                .filter(python -> printed(python, "-c", "import websockets").isPresent())
                .map(python -> runs("talk.py", Map.of("PYTHONUTF8", "1"), python)).findFirst()
                .orElseGet(() -> lacks("talk.py", "Python with websockets (python3-websockets)"));
    }

    private static OtherClient go() {
        if (printed("go", "version").isEmpty() || !Files.isDirectory(GO_LIBRARIES.resolve("src/github.com/gorilla"))) {
            return lacks("talk.go", "Go with gorilla/websocket (golang-github-gorilla-websocket-dev)");
        }
        return runs("talk.go", Map.of("GO111MODULE", "off", "GOPATH", GO_LIBRARIES.toString()), "go", "run");
    }

    private static OtherClient runs(String source, Map<String, String> environment, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.add(FOLDER + source);
        return new OtherClient(source, all, environment, "");
    }

    private static OtherClient lacks(String source, String what) {
        return new OtherClient(source, List.of(), Map.of(), what);
    }

    /// What such a program prints; nothing when there is none, or it fails.
    private static Optional<String> printed(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0 ? Optional.of(output)
                    : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    /// The name it takes in the room.
    String name() {
        return source.replace('.', '-');
    }

    /// Starts it in the project's folder.
    Process start(Path root, String url, Path output) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(url.replaceFirst("^http", "ws") + "ws?name=" + name(), "hi"));
        ProcessBuilder builder = new ProcessBuilder(all).directory(root.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }
}
