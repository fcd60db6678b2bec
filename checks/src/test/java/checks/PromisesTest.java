package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// README's table of promises says what `checks/promises.txt` says. `mvn -q -pl checks` writes it.
@Timeout(60)
class PromisesTest {

    private static final String LIST = """
            # a remark
            [The talk]

            It echoes
                1    keeps   EchoTest.itEchoes    # and
                2    breaks  EchoTest.nothing

            It stops
                1 2  keeps   EchoTest.itEchoes
            """;
    private static final String README = """
            # Chat

            <!-- the promises, written by: mvn -q -pl checks -->
            old
            <!-- end of the promises -->

            The end.

            <!-- the tests of the promises, written by: mvn -q -pl checks -->
            <!-- end of the tests of the promises -->
            """;
    private static final String TABLE = """
            |              | step 1     | step 2     |
            |---|---|---|
            | **The talk** |            |            |
            | It echoes    | [✓][1.1]   | [✗][1.2]   |
            | It stops     | [✓][2.1]   | [✓][2.2]   |
            """;

    @TempDir
    Path folder;

    @Test
    void theTableIsFresh() {
        Problem.failOn(new PromiseTable(Course.here()).problems());
    }

    @Test
    void aStaleTableIsReportedAndRefreshWritesIt() throws IOException {
        TinyCourse course = course(LIST);
        assertThat(new PromiseTable(course.course()).problems()).singleElement().asString()
                .startsWith("README.md: ").contains("mvn -q -pl checks");
        assertThat(new Refresh(course.course()).run("promises")).containsExactly("README.md");
        assertThat(new Refresh(course.course()).run("promises")).isEmpty();
        assertThat(new PromiseTable(course.course()).problems()).isEmpty();
        assertThat(Files.readString(folder.resolve("README.md"))).contains(TABLE, "The end.",
                "[1.1]: step1-x/src/test/java/chat/EchoTest.java#L6 \"EchoTest.itEchoes\"\n[1.2]: step2-x/")
                .doesNotContain("old");
        assertThat(new LinkCheck(course.course()).problems(course.page("README.md"))).isEmpty();
    }

    @Test
    void aTestThatMovedMakesTheTableStale() throws IOException {
        TinyCourse course = course(LIST);
        assertThat(new PromiseTable(course.course()).rewrite()).isTrue();
        course.with("step2-x/src/test/java/chat/EchoTest.java", "\n" + echoTest());
        assertThat(new PromiseTable(course.course()).problems()).hasSize(1);
    }

    @Test
    void aReadmeWithoutAPlaceForTheTableIsReported() throws IOException {
        Course course = course(LIST).with("README.md", "# Chat\n").course();
        assertThat(new PromiseTable(course).problems()).extracting(Problem::what)
                .satisfiesExactly(what -> assertThat(what).contains("no place for the promises"),
                        what -> assertThat(what).contains("no place for the tests of the promises"));
    }

    @Test
    void cellsThatAreMissingOrThereTwiceAreReported() throws IOException {
        assertThat(problems("It echoes\n  1 1 keeps EchoTest.itEchoes\n")).containsExactly(
                "checks/promises.txt:1: \"It echoes\" has 2 proofs for step 1, and needs one",
                "checks/promises.txt:1: \"It echoes\" has 0 proofs for step 2, and needs one");
    }

    @Test
    void whatIsNoTestOfThatStepIsReported() throws IOException {
        assertThat(
                problems("It echoes\n  1 keeps EchoTest.helper\n  2 keeps PageIT.comesBack\n  3 breaks EchoTest.x\n"))
                .containsExactly("checks/promises.txt:2: step1-x has no test EchoTest.helper",
                        "checks/promises.txt:3: step2-x has no test PageIT.comesBack",
                        "checks/promises.txt:4: there is no step 3");
    }

    @Test
    void aLineNobodyUnderstandsIsReported() throws IOException {
        assertThat(problems(LIST + "    1 mostly EchoTest.itEchoes\n")).singleElement().asString()
                .startsWith("checks/promises.txt:10: expected");
        assertThatThrownBy(() -> new Refresh(course("It echoes\n").course()).run("promises"))
                .hasMessageContaining("needs one");
    }

    private List<String> problems(String list) throws IOException {
        return new PromiseTable(course(list).course()).problems().stream().map(Problem::toString)
                .filter(problem -> !problem.startsWith("README.md")).toList();
    }

    private TinyCourse course(String list) throws IOException {
        return new TinyCourse(folder).with("checks/promises.txt", list).with("README.md", README)
                .with("step1-x/src/test/java/chat/EchoTest.java", echoTest())
                .with("step2-x/src/test/java/chat/EchoTest.java", echoTest());
    }

    private static String echoTest() {
        return """
                package chat;

                class EchoTest {

                    @Test
                    void itEchoes() {}

                    @ParameterizedTest
                    @ValueSource(ints = 1)
                    void nothing(int what) {}

                    void helper() {}
                }
                """;
    }
}
