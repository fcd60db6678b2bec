package checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs the commands of one block in one bash, in the project's folder, with a JDK 25 first on the PATH.
///
/// `java docs/snippets/Talk.java` would compile that program each time; here it runs from [Snippets], compiled once.
/// In a subshell any other `java` takes the subshell's place, as it would without us: whoever ends the one ends the other.
final class Shell {

    /// A command's first word, also behind `|`, `;`, `&&` and `(`; not a variable's assignment.
    private static final Pattern PROGRAM = Pattern.compile("(?:^|[|;(]|&&)\\s*([A-Za-z][\\w.+-]*)(?=\\s|$)");
    private static final String START = """
            trap 'kill $(jobs -p) 2>/dev/null' EXIT
            java() {
                local program="${SNIPPETS-}/${1-}"
                if [[ ${1-} == docs/snippets/*.java && -d $program ]]; then
                    local name; name=$(basename "$1" .java); shift
                    command java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$program" "$name" "$@"
                elif ((BASHPID != $$)); then
                    exec java "$@"
                else
                    command java "$@"
                fi
            }
            """;
    private static final String MARK = "--- end of a replayed command ---";

    private final Course course;
    private final Snippets snippets;

    Shell(Course course) {
        this.course = course;
        this.snippets = new Snippets(course);
    }

    /// The output of each command, stdout and stderr as they came.
    ///
    /// @throws AssertionError when they are not done in time
    List<String> run(List<String> commands, Duration limit) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder(START);
        for (String command : commands) {
            script.append(command).append("\nprintf '\\n%s\\n' '").append(MARK).append("'\n");
        }
        String output = bash(script.toString(), limit);
        List<String> outputs = new ArrayList<>(List.of(output.split("\n" + Pattern.quote(MARK) + "\n", -1)));
        outputs.removeLast();
        return outputs;
    }

    /// The programs these commands name and this machine does not have.
    List<String> missing(List<String> commands) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder();
        for (String command : commands) {
            Matcher program = PROGRAM.matcher(command.replaceAll("'[^']*'|\"[^\"]*\"", "''"));
            while (program.find()) {
                String name = program.group(1);
                script.append("command -v %s >/dev/null || echo %s\n".formatted(name, name));
            }
        }
        return bash(script.toString(), Duration.ofSeconds(20)).lines().distinct().toList();
    }

    private String bash(String script, Duration limit) throws IOException, InterruptedException {
        Path input = Files.createTempFile("replay", ".sh");
        Path output = Files.createTempFile("replay", ".out");
        try {
            Files.writeString(input, script);
            ProcessBuilder builder = new ProcessBuilder("bash", input.toString()).directory(course.root().toFile())
                    .redirectErrorStream(true).redirectOutput(output.toFile()).redirectInput(emptyInput());
            prepare(builder.environment());
            if (script.contains("java docs/snippets/")) {
                builder.environment().put("SNIPPETS", snippets.compiled().toString());
            }
            Process bash = builder.start();
            if (!bash.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                List<ProcessHandle> children = bash.descendants().toList();
                bash.destroyForcibly().waitFor();
                children.forEach(ProcessHandle::destroyForcibly);
                throw new AssertionError("not done within " + limit.toSeconds() + " s; so far came\n"
                        + Files.readString(output).replace("\n" + MARK, ""));
            }
            return Files.readString(output);
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(output);
        }
    }

    private static ProcessBuilder.Redirect emptyInput() {
        return ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile());
    }

    private static void prepare(Map<String, String> environment) {
        String java = String.valueOf(Path.of(Step.java()).getParent());
        environment.merge("PATH", java, (path, ours) -> ours + ":" + path);
        environment.keySet().removeAll(List.of("PORT", "PUSH_TOKEN", "JAVA_TOOL_OPTIONS"));
        if (System.getProperty("os.name").startsWith("Linux")) {
            environment.put("LC_ALL", "C.UTF-8");
        }
    }
}
