package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// No part of a diff is without a note, and no note without its part: `docs/diffs/notes/` is kept by hand.
@Timeout(60)
class DiffNotesTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPartOfADiffHasANoteAndEveryNoteItsPart() {
        return DiffPage.all(Course.here()).stream()
                .map(page -> dynamicTest(page.path().toString(), () -> Problem.failOn(page.problems())));
    }

    @Test
    void notesStandBesideWhatTheySpeakOfAndTheirOrderIsThePages() throws IOException {
        Course course = course().with("docs/diffs/notes/step1-to-step2.md", """
                Begin with the hub.

                ## Hub.java

                It is new.

                ## Room.java

                > two();

                Now there are two.

                ## main.js

                > b

                The page knows.
                """).course();
        DiffPage page = DiffPage.all(course).getFirst();
        assertThat(page.problems()).isEmpty();
        assertThat(page.text()).containsSubsequence("Begin with the hub.", "## Hub.java, new", "It is new.", "```diff",
                "## Room.java, changed", "Now there are two.", "@@ ", "+    two();", "## main.js, changed");
        assertThat(course.pages()).extracting(MarkdownPage::name).doesNotContain("docs/diffs/notes/step1-to-step2.md");
    }

    @Test
    void aPartWithoutANoteAndANoteWithoutItsPartAreReportedWithALineThatHelps() throws IOException {
        Course course = course().with("docs/diffs/notes/step1-to-step2.md", """
                ## Room.java

                > four();

                Now there are four.

                ## Gone.java
                """).course();
        assertThat(DiffPage.all(course).getFirst().problems()).extracting(Problem::toString).containsExactly(
                "docs/diffs/notes/step1-to-step2.md: says nothing to the part of Room.java with the line\n> three();",
                "docs/diffs/notes/step1-to-step2.md: says nothing to the part of main.js with the line\n> a",
                "docs/diffs/notes/step1-to-step2.md: says nothing to ## Hub.java",
                "docs/diffs/notes/step1-to-step2.md:3: 0 parts of Room.java have the line\n> four();",
                "docs/diffs/notes/step1-to-step2.md:7: the steps do not differ in a file Gone.java; "
                        + "take the note out, or move it");
    }

    @Test
    void importsAloneAreNoPartOfADiff() throws IOException {
        Course course = course().with("step1-x/src/main/java/chat/Name.java", "import a;\n" + "\n".repeat(9) + "one();")
                .with("step2-x/src/main/java/chat/Name.java", "import b;\n" + "\n".repeat(9) + "two();").course();
        assertThat(DiffPage.all(course).getFirst().text()).contains("+two();").doesNotContain("+import");
    }

    private TinyCourse course() throws IOException {
        return new TinyCourse(folder)
                .with("step1-x/src/main/java/chat/Room.java", "class Room {\n    // one\n    one();\n}\n")
                .with("step2-x/src/main/java/chat/Room.java", "class Room {\n    // 2\n    two();\n\n    three();\n}\n")
                .with("step2-x/src/main/java/chat/Hub.java", "/// New.\nclass Hub {}\n")
                .with("step1-x/src/main/resources/page/main.js", "a")
                .with("step2-x/src/main/resources/page/main.js", "b");
    }
}
