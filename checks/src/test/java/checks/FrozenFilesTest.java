package checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Frozen files are byte for byte those of the first step. `mvn -q -pl checks` copies them.
@Timeout(60)
class FrozenFilesTest {

    private static final String FROZEN = """
            step1-x src/edge/**              # the edge
            step1-x src/page/socket.js until step3
            """;

    @TempDir
    Path folder;

    @Test
    void frozenFilesAreThoseOfTheFirstStep() {
        Problem.failOn(new FrozenFiles(Course.here()).problems());
    }

    @Test
    void equalFilesPassAndAfterUntilTheyMayDiffer() throws IOException {
        assertThat(new FrozenFiles(course().course()).problems()).isEmpty();
    }

    @Test
    void aFileThatDriftedIsReportedWithTheCommandThatRepairsIt() throws IOException {
        Course course = course().with("step2-x/src/edge/A.java", "changed").course();
        assertThat(new FrozenFiles(course).problems()).singleElement().asString()
                .contains("step2-x/src/edge/A.java", "step1-x", "mvn -q -pl checks");
        assertThat(new Refresh(course).run("frozen")).containsExactly("step2-x/src/edge/A.java");
        assertThat(new FrozenFiles(course).problems()).isEmpty();
    }

    @Test
    void aMissingFileAndAnAddedOneAreReported() throws IOException {
        Course course = course().with("step1-x/src/edge/B.java", "b").with("step3-x/src/edge/C.java", "c").course();
        assertThat(new FrozenFiles(course).problems()).extracting(Problem::file)
                .containsExactlyInAnyOrder("step2-x/src/edge/B.java", "step3-x/src/edge/B.java",
                        "step3-x/src/edge/C.java");
    }

    @Test
    void aPatternThatMatchesNothingIsReported() throws IOException {
        Course course = course().with("checks/frozen.txt", "step1-x src/gone/**\n").course();
        assertThat(new FrozenFiles(course).problems()).singleElement().asString().startsWith("checks/frozen.txt:1: ");
    }

    private TinyCourse course() throws IOException {
        TinyCourse course = new TinyCourse(folder).with("checks/frozen.txt", FROZEN);
        for (String step : new String[]{"step1-x", "step2-x", "step3-x"}) {
            course.with(step + "/src/edge/A.java", "a").with(step + "/src/page/socket.js",
                    step.equals("step3-x") ? "reconnects" : "once");
        }
        return course;
    }
}
