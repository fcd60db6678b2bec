package checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// One step of the course: a Maven module called `stepN-something`.
///
/// @param folder  the module's folder, absolute
public record Step(Path folder) {

    /// Our servers live for seconds. What the JVM's second compiler would make of them comes too late.
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /// For example `step1-echo`.
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /// The `1` of `step1-echo`.
    public int number() {
        return numberIn(name());
    }

    /// The number in `step3`, `step3-hub-channels` or `step3-hub-channels.md`; 0 when there is none.
    public static int numberIn(String name) {
        String digits = name.startsWith("step") ? name.substring(4).replaceFirst("[^0-9].*", "") : "";
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /// The built jar with everything inside.
    ///
    /// @throws AssertionError when it was not built yet, with the command that builds it
    public Path jar() {
        Path jar = folder.resolve("target").resolve(name() + ".jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(name() + " is not built yet. Build it from the project root: mvn -pl " + name()
                    + " package");
        }
        return jar;
    }

    /// Starts the jar with these options, and on free ports where they name none.
    public List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(java(), QUICK_START, "-jar", jar().toString()));
        for (String door : hasTcpDoor() ? List.of("--port=", "--tcp-port=") : List.of("--port=")) {
            if (options.stream().noneMatch(option -> option.startsWith(door))) {
                command.add(door + "0");
            }
        }
        command.addAll(options);
        return command;
    }

    /// Starts a main class of the step's tests; what the tests need besides is on our own class path.
    public List<String> testCommand(String mainClass, List<String> arguments) {
        jar();
        List<String> command = new ArrayList<>(List.of(java(), QUICK_START, "-cp",
                String.join(System.getProperty("path.separator"),
                        folder.resolve("target/test-classes").toString(), folder.resolve("target/classes").toString(),
                        System.getProperty("java.class.path")),
                mainClass));
        command.addAll(arguments);
        return command;
    }

    /// From step 3 on a server has two doors and prints two addresses.
    public boolean hasTcpDoor() {
        return number() >= 3;
    }

    /// The program `java` that runs us.
    static String java() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java").toString();
    }

    /// The main files below a folder such as `src/main/java`, as paths from that folder, sorted.
    public List<String> filesIn(String subfolder) {
        Path base = folder.resolve(subfolder);
        return Course.filesBelow(base, "").stream().map(file -> base.relativize(file).toString().replace('\\', '/'))
                .sorted(Comparator.naturalOrder()).toList();
    }
}
