package checks;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The way from one step to the next: what changed in the lesson and in the page.
///
/// The edge and frozen files are left out, comments and blank lines are shown but not counted.
public final class StepDiff {

    /// A file one of the two steps has, or both.
    ///
    /// @param path     from the step's folder
    /// @param before   empty for a new file
    /// @param after    empty for a removed file
    /// @param changed  the larger of added and removed lines of code; for a new file all of them
    public record Change(String path, List<String> before, List<String> after, boolean isNew, boolean isGone,
            int changed) {

        /// What changed, in order; a new file is one hunk.
        List<Hunk> hunks() {
            return Hunk.between(before, after);
        }

        /// A file that only one of the steps has.
        boolean isWhole() {
            return isNew || isGone;
        }

        boolean isLesson() {
            return path.startsWith(JAVA);
        }

        boolean isPage() {
            return path.startsWith(RESOURCES);
        }
    }

    private static final String JAVA = "src/main/java/";
    private static final String RESOURCES = "src/main/resources/";

    private final Step from;
    private final Step to;
    private final List<Change> changes = new ArrayList<>();

    public StepDiff(Course course, Step from, Step to) {
        this.from = from;
        this.to = to;
        FrozenFiles frozen = new FrozenFiles(course);
        TreeSet<String> paths = new TreeSet<>();
        Stream.of(from, to).forEach(step -> Stream.of(JAVA, RESOURCES)
                .forEach(folder -> step.filesIn(folder).forEach(path -> paths.add(folder + path))));
        paths.removeIf(path -> path.startsWith(JAVA + "chat/edge/") || frozen.isCopy(to, path));
        paths.stream().map(this::change).filter(change -> !change.before().equals(change.after()))
                .forEach(changes::add);
    }

    public Step from() {
        return from;
    }

    public Step to() {
        return to;
    }

    /// Shared files first, then new ones, then those that are gone.
    public List<Change> changes() {
        return Stream.of(changes(change -> !change.isWhole()), changes(Change::isNew),
                changes(Change::isGone)).flatMap(List::stream).toList();
    }

    /// Changed lines of code in the main Java files both steps have.
    public int changedInSharedLesson() {
        return sum(changes(change -> change.isLesson() && !change.isWhole()));
    }

    /// Lines of code in main Java files the earlier step does not have.
    public int newInLesson() {
        return sum(newLessonFiles());
    }

    public List<Change> newLessonFiles() {
        return changes(change -> change.isLesson() && change.isNew());
    }

    /// Changed lines in files of the page that both steps have.
    public int changedInPage() {
        return sum(changes(change -> change.isPage() && !change.isWhole()));
    }

    /// Lines in files of the page that the earlier step does not have.
    public int newInPage() {
        return sum(changes(change -> change.isPage() && change.isNew()));
    }

    private List<Change> changes(Predicate<Change> wanted) {
        return changes.stream().filter(wanted).toList();
    }

    private static int sum(List<Change> changes) {
        return changes.stream().mapToInt(Change::changed).sum();
    }

    private Change change(String path) {
        Path old = from.folder().resolve(path);
        Path now = to.folder().resolve(path);
        List<String> before = Files.exists(old) ? Course.read(old).lines().toList() : List.of();
        List<String> after = Files.exists(now) ? Course.read(now).lines().toList() : List.of();
        return new Change(path, before, after, !Files.exists(old), !Files.exists(now),
                changed(code(before), code(after)));
    }

    private static int changed(List<String> before, List<String> after) {
        int removed = 0;
        int added = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            removed += delta.getSource().size();
            added += delta.getTarget().size();
        }
        return Math.max(removed, added);
    }

    /// The lines that are neither blank nor comment.
    private static List<String> code(List<String> lines) {
        List<String> code = new ArrayList<>();
        boolean comment = false;
        for (String line : lines.stream().map(String::strip).toList()) {
            comment = comment || line.startsWith("/*") || line.startsWith("<!--");
            if (!comment && !line.isEmpty() && !line.startsWith("//")) {
                code.add(line);
            }
            comment = comment && !line.endsWith("*/") && !line.endsWith("-->");
        }
        return code;
    }
}
