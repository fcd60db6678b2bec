package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page that calls a test its proof links to a test that exists.
@Timeout(60)
class TestLinksTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyTestThatIsLinkedToExists() {
        TestLinks links = new TestLinks();
        return Course.here().pages().stream()
                .map(page -> dynamicTest(page.name(), () -> Problem.failOn(links.problems(page))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"| 403 | [`DoorTest.itIsShut`](DOOR) |", "| 403 | [`DoorTest`](DOOR), and [`x`](DOOR) |",
            "| `a \\| b` | [`DoorTest.itIsShutTwice`](DOOR#L3) |", "\n| 403 | the compiler |",
            "\n[`DoorTest.java`](DOOR)"})
    void aRowWithAProofPasses(String row) throws IOException {
        assertThat(new TestLinks().problems(page(row))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"| 403 | [`DoorTest.itIsOpen`](DOOR) |", "| 403 | [`DoorTest.help`](DOOR) |",
            "| 403 | [`GateTest`](DOOR) |", "| 403 | the compiler |", "| [`DoorTest`](DOOR) | |",
            "\nSee [`DoorTest.itIsOpen`](DOOR)."})
    void whatIsNoProofIsReportedWithItsPageAndLine(String row) throws IOException {
        assertThat(new TestLinks().problems(page(row))).singleElement().asString()
                .startsWith("docs/page.md:" + (row.startsWith("\n") ? 4 : 3) + ": ");
    }

    private MarkdownPage page(String row) throws IOException {
        String door = "step1-x/src/test/java/DoorTest.java";
        return new TinyCourse(folder).with("docs/page.md", "| status | proved by |\n|---|---|\n"
                + row.replace("DOOR", "../" + door) + "\n")
                .with(door, """
                        class DoorTest {
                            @Test void itIsShut() {}
                            @ParameterizedTest @ValueSource(ints = 2) void itIsShutTwice(int times) {}
                            void help() {}
                        }
                        """).page("docs/page.md");
    }
}
