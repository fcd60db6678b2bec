package checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The course on disk: a folder with `README.md`, `docs/` and one folder for each step.
///
/// @param root  the project's folder, absolute
public record Course(Path root) {

    private static final Pattern STEP_FOLDER = Pattern.compile("step[0-9]+-.+");

    /// The course this program was started in: the nearest folder above the working directory that holds `checks/`.
    /// `-Dcourse.root=…` names another one.
    public static Course here() {
        String named = System.getProperty("course.root", "");
        if (!named.isBlank()) {
            return new Course(Path.of(named).toAbsolutePath().normalize());
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("checks")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return new Course(folder);
            }
        }
        throw new IllegalStateException("no folder above " + start + " holds checks/ and pom.xml");
    }

    /// All steps in their order: folders called `stepN-…` that the root pom, where there is one, has among its modules.
    public List<Step> steps() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> STEP_FOLDER.matcher(String.valueOf(folder.getFileName())).matches())
                    .map(Step::new).filter(this::isModule).sorted(Comparator.comparingInt(Step::number)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isModule(Step step) {
        Path pom = root.resolve("pom.xml");
        return !Files.exists(pom) || read(pom).contains("<module>" + step.name() + "</module>");
    }

    /// The step of this name.
    ///
    /// @throws IllegalArgumentException when there is none
    public Step step(String name) {
        return steps().stream().filter(step -> step.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step is called " + name));
    }

    /// `README.md` and every Markdown file below `docs/`, sorted by path; the notes in `docs/diffs/notes/` are read as a
    /// part of the pages beside them.
    public List<MarkdownPage> pages() {
        List<Path> files = new ArrayList<>();
        Path readme = root.resolve("README.md");
        if (Files.exists(readme)) {
            files.add(readme);
        }
        Path notes = root.resolve("docs/diffs/notes");
        filesBelow(root.resolve("docs"), ".md").stream().filter(file -> !file.startsWith(notes)).forEach(files::add);
        return files.stream().map(file -> MarkdownPage.read(this, file)).toList();
    }

    /// The path as pages and messages write it: from the project root, with slashes.
    public String nameOf(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /// The text of a file, line ends as `\n`.
    public static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All regular files below a folder whose name has this ending, sorted; none when the folder is missing.
    public static List<Path> filesBelow(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
