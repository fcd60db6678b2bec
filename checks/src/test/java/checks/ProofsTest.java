package checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A promise is proved by a test that has passed since it was compiled, and by nothing less.
@Timeout(60)
class ProofsTest {

    private static final Instant COMPILED = Instant.parse("2020-11-21T12:00:00Z");
    private static final String ECHO = "step1-x/target/surefire-reports/TEST-chat.EchoTest.xml";
    private static final String PAGE = "checks/target/failsafe-reports/TEST-checks.PageIT.xml";

    @TempDir
    Path folder;

    @Test
    void testsThatHavePassedProveTheirPromises() throws IOException {
        TinyCourse course = course("<testcase name=\"itEchoes(String)[1]\"/><testcase name=\"itEchoes(String)[2]\"/>");
        assertThat(problems(course)).isEmpty();
        assertThat(notRun(course)).isEmpty();
    }

    @Test
    void aTestThatHasFailedWithOneOfItsArgumentsProvesNothing() throws IOException {
        assertThat(problems(course("<testcase name=\"itEchoes(String)[1]\"/>"
                + "<testcase name=\"itEchoes(String)[2]\"><failure>no</failure></testcase>")))
                .isEqualTo("checks/promises.txt:2: EchoTest.itEchoes of step1-x has failed, "
                        + "so nothing proves what is said here");
        assertThat(problems(course("<testcase name=\"itEchoes\"><error/></testcase>"))).contains("has failed");
    }

    @Test
    void aTestThatWasSkippedOrLeftOutProvesNothing() throws IOException {
        assertThat(problems(course("<testcase name=\"itEchoes\"><skipped/></testcase>"))).contains("was skipped");
        assertThat(problems(course("<testcase name=\"itEchoesTwice\"/>"))).contains("was left out");
    }

    @Test
    void aReportThatIsMissingOrOlderThanTheClassesCountsAsNotRun() throws IOException {
        TinyCourse course = course("<testcase name=\"itEchoes\"><failure/></testcase>");
        set(ECHO, COMPILED.minusSeconds(1));
        assertThat(problems(course)).isEmpty();
        assertThat(notRun(course)).isEqualTo("EchoTest.itEchoes");
        Files.delete(folder.resolve(ECHO));
        assertThat(notRun(course)).isEqualTo("EchoTest.itEchoes");
    }

    @Test
    void pagesCountWhereABrowserRuns() throws IOException {
        TinyCourse course = course("<testcase name=\"itEchoes\"/>");
        course.with(PAGE, "<testsuite><testcase name=\"itComesBack\"><skipped/></testcase></testsuite>");
        assertThat(notRun(course)).isEqualTo("PageIT.itComesBack");
        assertThat(new Proofs(new Promises(course.course()), false).notRun(step(course))).isEmpty();
        course.with(PAGE, "<testsuite><testcase name=\"itComesBack\"><failure/></testcase></testsuite>");
        assertThat(problems(course)).contains("PageIT.itComesBack of step1-x has failed");
    }

    private static String problems(TinyCourse course) {
        return String.join("\n", new Proofs(new Promises(course.course()), true).problems(step(course)).stream()
                .map(Problem::toString).toList());
    }

    private static String notRun(TinyCourse course) {
        return String.join(", ", new Proofs(new Promises(course.course()), true).notRun(step(course)));
    }

    private static Step step(TinyCourse course) {
        return course.course().step("step1-x");
    }

    private TinyCourse course(String runs) throws IOException {
        TinyCourse course = new TinyCourse(folder)
                .with("checks/promises.txt", """
                        It echoes
                            1  keeps   EchoTest.itEchoes
                        It comes back
                            1  breaks  PageIT.itComesBack
                        """)
                .with("step1-x/src/test/java/chat/EchoTest.java",
                        "class EchoTest {\n@Test\n    void itEchoes() {}\n}\n")
                .with("checks/src/test/java/checks/PageIT.java",
                        "class PageIT {\n@Test\n    void itComesBack() {}\n}\n")
                .with("step1-x/target/classes/chat/Echo.class", "").with(ECHO, "<testsuite>" + runs + "</testsuite>")
                .with(PAGE, "<testsuite><testcase name=\"itComesBack\"/></testsuite>");
        set("step1-x/target/classes/chat/Echo.class", COMPILED);
        return course;
    }

    private void set(String path, Instant time) throws IOException {
        Files.setLastModifiedTime(folder.resolve(path), FileTime.from(time));
    }
}
