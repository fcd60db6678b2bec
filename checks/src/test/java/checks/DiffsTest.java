package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The pages in `docs/diffs/` are fresh, and no step changes more than a reader can hold. `mvn -q -pl checks` writes them.
@Timeout(60)
class DiffsTest {

    private static final int CHANGED = 150;

    /// In step 4 most of `Client` moves into `Connection`: fifty lines that go count as changed, and so do the ends of
    /// both doors, which are its lesson.
    private static final Map<String, Integer> MORE_CHANGED = Map.of("step4-connection-wrapper", 280);
    private static final int NEW = 570;
    private static final int NEW_FILES = 9;
    private static final int PAGE = 150;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyDiffIsFresh() {
        Course course = Course.here();
        return DiffPage.all(course).stream()
                .map(page -> dynamicTest(page.path().toString(), () -> assertFresh(course, page)));
    }

    @TestFactory
    Stream<DynamicTest> everyStepKeepsItsBudget() {
        return DiffPage.all(Course.here()).stream().map(DiffPage::diff)
                .map(diff -> dynamicTest(diff.to().name(), () -> assertWithinBudget(diff)));
    }

    private static void assertFresh(Course course, DiffPage page) {
        Path file = course.root().resolve(page.path());
        assertThat(file).as("missing; to write it: mvn -q -pl checks").exists();
        assertThat(Course.read(file)).as("%s is not what the sources say; to write it: mvn -q -pl checks", page.path())
                .isEqualTo(page.text());
    }

    private static void assertWithinBudget(StepDiff diff) {
        assertThat(diff.changedInSharedLesson()).as("changed lines in Java files both steps have, by file: %s",
                diff.changes().stream().filter(change -> !change.isNew())
                        .map(change -> change.path() + " " + change.changed()).toList())
                .isLessThanOrEqualTo(MORE_CHANGED.getOrDefault(diff.to().name(), CHANGED));
        assertThat(diff.newInLesson()).as("lines in new Java files").isLessThanOrEqualTo(NEW);
        assertThat(diff.newLessonFiles()).as("new Java files").hasSizeLessThanOrEqualTo(NEW_FILES);
        assertThat(diff.changedInPage()).as("changed lines in files of the page that both steps have")
                .isLessThanOrEqualTo(PAGE);
        assertThat(diff.newInPage()).as("lines in new files of the page").isLessThanOrEqualTo(PAGE);
    }

    @Test
    void onlyCodeOfTheLessonIsCountedAndTheLargerOfAddedAndRemoved() throws IOException {
        StepDiff diff = DiffPage.all(course().course()).getFirst().diff();
        assertThat(diff.changedInSharedLesson()).isEqualTo(2);
        assertThat(diff.newInLesson()).isEqualTo(1);
        assertThat(diff.changedInPage()).isEqualTo(1);
    }

    @Test
    void aStepThatChangesTooMuchIsReportedWithTheFile() throws IOException {
        Course course = course().with("step2-x/src/main/java/chat/Room.java", "int x;\n".repeat(CHANGED + 1)).course();
        StepDiff diff = DiffPage.all(course).getFirst().diff();
        assertThat(catchThrowable(() -> assertWithinBudget(diff)))
                .hasMessageContaining("src/main/java/chat/Room.java 151");
    }

    @Test
    void aStaleOrMissingDiffIsReportedAndRefreshWritesIt() throws IOException {
        Course course = course().course();
        DiffPage page = DiffPage.all(course).getFirst();
        assertThat(catchThrowable(() -> assertFresh(course, page)))
                .hasMessageContaining("missing");
        assertThat(new Refresh(course).run("diffs")).containsExactly("docs/diffs/step1-to-step2.md");
        assertFresh(course, page);
        assertThat(page.text()).contains("+    two();", "## Hub.java, new", "## main.js, changed")
                .doesNotContain("Edge");
        Files.writeString(course.root().resolve(page.path()), "old");
        assertThat(catchThrowable(() -> assertFresh(course, page)))
                .hasMessageContaining("mvn -q -pl checks");
    }

    private TinyCourse course() throws IOException {
        return new TinyCourse(folder).with("checks/frozen.txt", "step1-x src/main/java/chat/FileFrame.java\n")
                .with("step1-x/src/main/java/chat/Room.java", "class Room {\n    // one\n    one();\n}\n")
                .with("step2-x/src/main/java/chat/Room.java", "class Room {\n    // 2\n    two();\n\n    three();\n}\n")
                .with("step2-x/src/main/java/chat/Hub.java", "/// New.\nclass Hub {}\n")
                .with("step1-x/src/main/java/chat/FileFrame.java", "a")
                .with("step2-x/src/main/java/chat/FileFrame.java", "b")
                .with("step1-x/src/main/java/chat/edge/Edge.java", "a")
                .with("step2-x/src/main/java/chat/edge/Edge.java", "b")
                .with("step1-x/src/main/resources/page/main.js", "a")
                .with("step2-x/src/main/resources/page/main.js", "b");
    }
}
