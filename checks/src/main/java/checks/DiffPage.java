package checks;

import checks.StepDiff.Change;
import java.nio.file.Path;
import java.util.List;

/// The generated page `docs/diffs/stepN-to-stepM.md`: what changed, with the notes to it beside.
public final class DiffPage {

    private static final int LINES_A_MINUTE = 15;

    private final StepDiff diff;
    private final DiffNotes notes;

    private DiffPage(Course course, StepDiff diff) {
        this.diff = diff;
        this.notes = DiffNotes.read(course, path());
    }

    /// Every pair of neighbours.
    public static List<DiffPage> all(Course course) {
        List<Step> steps = course.steps();
        return steps.stream().skip(1).map(
                step -> new DiffPage(course, new StepDiff(course, steps.get(steps.indexOf(step) - 1), step))).toList();
    }

    public StepDiff diff() {
        return diff;
    }

    /// Where the page stands, from the project root.
    public Path path() {
        return Path.of("docs", "diffs", "step" + diff.from().number() + "-to-step" + diff.to().number() + ".md");
    }

    /// Parts of the diff that nobody has said anything to, and notes to parts that are no longer there.
    public List<Problem> problems() {
        return notes.problems(diff.changes());
    }

    /// The whole page.
    public String text() {
        StringBuilder text = new StringBuilder("""
                <!-- Generated from the sources and from notes/%s: mvn -q -pl checks -->
                # From %s to %s

                [README](../../README.md) · %s · **the difference** · %s

                **%d lines of code, about %d minutes.** The chapter tells the story; this page shows every line that makes
                the difference.

                """.formatted(path().toFile().getName(), diff.from().name(), diff.to().name(), chapter(diff.from()),
                chapter(diff.to()), lines(), minutes()));
        if (!notes.toThePage().isEmpty()) {
            text.append(notes.toThePage()).append("\n\n");
        }
        appendOverview(text);
        notes.inOrder(diff.changes()).forEach(change -> append(text, change));
        return text.toString();
    }

    private void appendOverview(StringBuilder text) {
        text.append("""
                | | lines of code |
                |---|---|
                | changed in Java files both steps have | %d |
                | new Java files | %d, in %d files |
                | the page | %d changed, %d in new files |

                Comments and blank lines are not counted; of added and removed lines the larger number is. What both steps
                have in common is left out: the edge, other files that no step changes, and imports where nothing else changed. The same
                on your terminal:

                ```sh
                git diff --no-index %s/src/main %s/src/main
                ```

                | read in this order | | lines |
                |---|---|---|
                """.formatted(diff.changedInSharedLesson(), diff.newInLesson(), diff.newLessonFiles().size(),
                diff.changedInPage(), diff.newInPage(), diff.from().name(), diff.to().name()));
        for (Change change : notes.inOrder(diff.changes())) {
            text.append("| [%s](#%s) | %s | %d |\n".formatted(nameOf(change),
                    MarkdownPage.anchorOf(heading(change)), state(change), change.changed()));
        }
    }

    private void append(StringBuilder text, Change change) {
        Step home = change.isGone() ? diff.from() : diff.to();
        text.append("\n## ").append(heading(change)).append("\n\n");
        text.append("[%s](../../%s/%s)\n".formatted(home.name() + "/" + change.path(), home.name(), change.path()));
        if (!notes.to(change).isEmpty()) {
            text.append('\n').append(notes.to(change)).append('\n');
        }
        change.hunks().forEach(hunk -> append(text, change, hunk));
    }

    private void append(StringBuilder text, Change change, Hunk hunk) {
        String note = notes.to(change, hunk);
        if (!note.isEmpty()) {
            text.append('\n').append(note).append('\n');
        }
        String fence = hunk.lines().stream().anyMatch(line -> line.contains("```")) ? "````" : "```";
        text.append('\n').append(fence).append("diff\n");
        hunk.lines().forEach(line -> text.append(line).append('\n'));
        text.append(fence).append('\n');
    }

    private static String chapter(Step step) {
        return "[chapter %d](../%s.md)".formatted(step.number(), step.name());
    }

    private static String heading(Change change) {
        return nameOf(change) + ", " + state(change);
    }

    private static String nameOf(Change change) {
        return change.path().replaceFirst(".*/", "");
    }

    private static String state(Change change) {
        return change.isNew() ? "new" : change.isGone() ? "gone" : "changed";
    }

    private int minutes() {
        return Math.max(1, Math.ceilDiv(lines(), LINES_A_MINUTE));
    }

    private int lines() {
        return diff.changedInSharedLesson() + diff.newInLesson() + diff.changedInPage() + diff.newInPage();
    }
}
