package checks;

import checks.StepDiff.Change;
import java.nio.file.Path;
import java.util.List;

/// The generated page `docs/diffs/stepN-to-stepM.md`.
public final class DiffPage {

    private static final int LINES_A_MINUTE = 15;

    private final StepDiff diff;

    public DiffPage(StepDiff diff) {
        this.diff = diff;
    }

    /// Every pair of neighbours.
    public static List<DiffPage> all(Course course) {
        List<Step> steps = course.steps();
        return steps.stream().skip(1)
                .map(step -> new DiffPage(new StepDiff(course, steps.get(steps.indexOf(step) - 1), step))).toList();
    }

    public StepDiff diff() {
        return diff;
    }

    /// Where the page stands, from the project root.
    public Path path() {
        return Path.of("docs", "diffs", "step" + diff.from().number() + "-to-step" + diff.to().number() + ".md");
    }

    /// The whole page.
    public String text() {
        StringBuilder text = new StringBuilder("""
                <!-- Generated from the sources: mvn -q -pl checks -->
                # From %s to %s

                | | lines of code |
                |---|---|
                | changed in Java files both steps have | %d |
                | new Java files | %d, in %d files |
                | the page | %d changed, %d in new files |

                Comments and blank lines are not counted; of added and removed lines the larger number is. The edge and other
                files that both steps have in common are left out. Reading takes about %d minutes. The same on your terminal:

                ```sh
                git diff --no-index %s/src/main %s/src/main
                ```
                """.formatted(diff.from().name(), diff.to().name(), diff.changedInSharedLesson(), diff.newInLesson(),
                diff.newLessonFiles().size(), diff.changedInPage(), diff.newInPage(), minutes(), diff.from().name(),
                diff.to().name()));
        diff.changes().forEach(change -> append(text, change));
        return text.toString();
    }

    private int minutes() {
        int lines = diff.changedInSharedLesson() + diff.newInLesson() + diff.changedInPage() + diff.newInPage();
        return Math.max(1, Math.ceilDiv(lines, LINES_A_MINUTE));
    }

    private void append(StringBuilder text, Change change) {
        String file = change.path().replaceFirst(".*/", "");
        Step home = change.isGone() ? diff.from() : diff.to();
        String what = change.isNew() ? "new" : change.isGone() ? "gone" : "changed";
        List<String> lines = change.unified(diff.from(), diff.to());
        String fence = lines.stream().anyMatch(line -> line.contains("```")) ? "````" : "```";
        text.append("\n## ").append(file).append(", ").append(what).append("\n\n");
        text.append("[%s](../../%s/%s)\n\n".formatted(home.name() + "/" + change.path(), home.name(), change.path()));
        text.append(fence).append("diff\n");
        lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
        text.append(fence).append('\n');
    }
}
