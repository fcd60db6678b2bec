package checks;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Files that later steps take over byte for byte, listed in `checks/frozen.txt`.
///
/// A line names the first step that has them and a path pattern below it: `step1-echo src/main/java/chat/edge/**`; with
/// `until step4` behind it the files may differ from step 4 on. A pattern that ends in `/**` freezes the folder as a
/// whole: later steps add nothing to it. What follows a `#` is the reason.
public final class FrozenFiles {

    private record Line(String step, String pattern, int until, int number) {}

    private final Course course;
    private final List<Line> lines = new ArrayList<>();

    public FrozenFiles(Course course) {
        this.course = course;
        Path list = course.root().resolve("checks/frozen.txt");
        List<String> all = Files.exists(list) ? Course.read(list).lines().toList() : List.of();
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                lines.add(parse(line, i + 1));
            }
        }
    }

    private static Line parse(String line, int number) {
        String[] words = line.split("\\s+", -1);
        boolean bounded = words.length == 4 && words[2].equals("until");
        if (words.length != 2 && !bounded) {
            throw new IllegalArgumentException("checks/frozen.txt:" + number + ": expected STEP PATTERN [until stepN]");
        }
        return new Line(words[0], words[1], bounded ? Step.numberIn(words[3]) : Integer.MAX_VALUE, number);
    }

    /// Whether a file of this step, path from the step's folder, is the copy of an earlier step's.
    public boolean isCopy(Step step, String path) {
        return lines.stream()
                .anyMatch(line -> Step.numberIn(line.step()) < step.number() && step.number() < line.until()
                        && matches(line, path) && Files.exists(course.root().resolve(line.step()).resolve(path)));
    }

    /// Files that differ from the first step's, are missing, or stand in a frozen folder without being in the first.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Line line : lines) {
            Step first = course.step(line.step());
            List<String> frozen = matching(line, first);
            if (frozen.isEmpty()) {
                problems.add(new Problem("checks/frozen.txt", line.number(), "no file matches " + line.pattern()));
            }
            for (Step later : laterSteps(line)) {
                frozen.stream().filter(path -> !same(first, later, path)).forEach(path -> problems.add(new Problem(
                        later.name() + "/" + path, 0,
                        "is frozen, and is not what " + first.name() + " has. To copy it: mvn -q -pl checks")));
                if (line.pattern().endsWith("/**")) {
                    matching(line, later).stream().filter(path -> !frozen.contains(path)).forEach(path -> problems.add(
                            new Problem(later.name() + "/" + path, 0, "stands in a folder that is frozen as a whole")));
                }
            }
        }
        return problems;
    }

    /// Copies every frozen file from its first step to the later ones; removes nothing.
    ///
    /// @return the copied files, as paths from the project root
    public List<String> copyForward() throws IOException {
        List<String> copied = new ArrayList<>();
        for (Line line : lines) {
            Step first = course.step(line.step());
            for (Step later : laterSteps(line)) {
                for (String path : matching(line, first)) {
                    if (!same(first, later, path)) {
                        Path target = later.folder().resolve(path);
                        Files.createDirectories(target.resolveSibling("."));
                        Files.write(target, Files.readAllBytes(first.folder().resolve(path)));
                        copied.add(course.nameOf(target));
                    }
                }
            }
        }
        return copied;
    }

    private List<Step> laterSteps(Line line) {
        int first = Step.numberIn(line.step());
        return course.steps().stream().filter(step -> step.number() > first && step.number() < line.until()).toList();
    }

    private static List<String> matching(Line line, Step step) {
        return step.filesIn(".").stream().filter(path -> matches(line, path)).toList();
    }

    private static boolean matches(Line line, String path) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + line.pattern());
        return !path.startsWith("target/") && matcher.matches(Path.of(path));
    }

    private static boolean same(Step first, Step later, String path) {
        try {
            Path copy = later.folder().resolve(path);
            return Files.exists(copy)
                    && Arrays.equals(Files.readAllBytes(first.folder().resolve(path)), Files.readAllBytes(copy));
        } catch (IOException e) {
            return false;
        }
    }
}
