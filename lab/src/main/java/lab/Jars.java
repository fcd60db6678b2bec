package lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;

/// The steps' built jars. Whoever needs one that is missing or old is told the command that builds it.
final class Jars {
    private Jars() {}

    private static final String BUILD = "mvn -q -DskipTests package builds ";

    /// The jar of a step.
    ///
    /// @throws MissingJar if nobody has built it yet
    static Path of(Path root, String step) {
        Path jar = path(root, step);
        if (!Files.exists(jar)) {
            throw new MissingJar(root.relativize(jar) + " is missing: " + BUILD + "it");
        }
        return jar;
    }

    /// Makes sure that the steps with these numbers are built.
    ///
    /// @throws MissingJar for the first one that is not
    static void require(Path root, Set<Integer> steps) throws IOException {
        try (var folders = Files.list(root)) {
            folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("step\\d-.*") && steps.contains(name.charAt(4) - '0')).sorted()
                    .forEach(step -> of(root, step));
        }
    }

    /// A sentence for each jar that is older than a source of its step.
    static List<String> outdated(Path root) throws IOException {
        try (var folders = Files.list(root)) {
            List<String> steps = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith("step") && Files.exists(path(root, name))).sorted().toList();
            return steps.stream().filter(step -> isOutdated(root, step))
                    .map(step -> step + ".jar is older than its sources: " + BUILD + "it anew").toList();
        }
    }

    private static Path path(Path root, String step) {
        return root.resolve(step).resolve("target").resolve(step + ".jar");
    }

    private static boolean isOutdated(Path root, String step) {
        try (var sources = Files.walk(root.resolve(step).resolve("src/main"))) {
            FileTime built = Files.getLastModifiedTime(path(root, step));
            return sources.filter(Files::isRegularFile).anyMatch(source -> isNewer(source, built));
        } catch (IOException gone) {
            return true;
        }
    }

    private static boolean isNewer(Path source, FileTime built) {
        try {
            return Files.getLastModifiedTime(source).compareTo(built) > 0;
        } catch (IOException gone) {
            return false;
        }
    }
}
