package checks;

import checks.Promises.Promise;
import checks.Promises.Proof;
import checks.TestSources.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of promises in `README.md`, and at the page's end where each cell's ✓ or ✗ leads.
public final class PromiseTable {

    private static final String README = "README.md";
    private static final List<String> PARTS = List.of("the promises", "the tests of the promises");
    private static final String COMMAND = "mvn -q -pl checks";

    private final Course course;
    private final Promises promises;

    public PromiseTable(Course course) {
        this.course = course;
        this.promises = new Promises(course);
    }

    /// Mistakes in the list, and a README that does not say what the list says.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(promises.problems());
        String readme = Course.read(readme());
        PARTS.stream().filter(part -> !region(part).matcher(readme).find()).forEach(part -> problems.add(
                new Problem(README, 0, "has no place for " + part + ": " + opening(part) + " … " + closing(part))));
        if (problems.isEmpty() && !readme.equals(rewritten(readme))) {
            problems.add(new Problem(README, 0, "the table of promises is not what checks/promises.txt and the tests "
                    + "say. To write it: " + COMMAND));
        }
        return problems;
    }

    /// Writes the table into README.
    ///
    /// @return whether that changed it
    /// @throws AssertionError with what is wrong in the list
    public boolean rewrite() throws IOException {
        Problem.failOn(promises.problems());
        String before = Course.read(readme());
        String after = rewritten(before);
        if (!after.equals(before)) {
            Files.writeString(readme(), after);
        }
        return !after.equals(before);
    }

    private Path readme() {
        return course.root().resolve(README);
    }

    private String rewritten(String readme) {
        String withTable = replace(readme, PARTS.getFirst(), table());
        return replace(withTable, PARTS.getLast(), targets());
    }

    private static String replace(String text, String part, String content) {
        return region(part).matcher(text).replaceFirst(
                Matcher.quoteReplacement(opening(part) + "\n\n" + content + "\n" + closing(part)));
    }

    private static Pattern region(String part) {
        return Pattern.compile(Pattern.quote(opening(part)) + ".*?" + Pattern.quote(closing(part)), Pattern.DOTALL);
    }

    private static String opening(String part) {
        return "<!-- " + part + ", written by: " + COMMAND + " -->";
    }

    private static String closing(String part) {
        return "<!-- end of " + part + " -->";
    }

    private String table() {
        int width = promises.all().stream().flatMap(promise -> Stream.of(promise.words(), bold(promise.group())))
                .mapToInt(String::length).max().orElse(0);
        List<Step> steps = course.steps();
        StringBuilder table = new StringBuilder(row("", width, steps.stream().map(step -> "step " + step.number())));
        table.append("|---").append("|---".repeat(steps.size())).append("|\n");
        String group = "";
        for (Promise promise : promises.all()) {
            if (!promise.group().equals(group)) {
                group = promise.group();
                table.append(row(bold(group), width, steps.stream().map(_ -> "")));
            }
            table.append(row(promise.words(), width, steps.stream().map(step -> cell(promise, step))));
        }
        return table.toString();
    }

    private static String row(String first, int width, Stream<String> cells) {
        return cells.map(cell -> "%-10s".formatted(cell))
                .collect(Collectors.joining(" | ", "| " + first + " ".repeat(width - first.length()) + " | ", " |\n"));
    }

    private static String bold(String group) {
        return "**" + group + "**";
    }

    private String cell(Promise promise, Step step) {
        return promise.proofs().stream().filter(proof -> proof.isOf(step))
                .map(proof -> (proof.kept() ? "[✓][" : "[✗][") + label(promise, proof) + "]").findFirst().orElse("");
    }

    private String label(Promise promise, Proof proof) {
        return promises.all().indexOf(promise) + 1 + "." + proof.step();
    }

    private String targets() {
        StringBuilder targets = new StringBuilder();
        for (Promise promise : promises.all()) {
            promise.proofs().stream().sorted(Comparator.comparingInt(Proof::step)).forEach(proof -> {
                Place place = promises.place(proof);
                targets.append("[%s]: %s#L%d \"%s\"\n".formatted(label(promise, proof), course.nameOf(place.file()),
                        place.line(), proof.test()));
            });
        }
        return targets.toString();
    }
}
