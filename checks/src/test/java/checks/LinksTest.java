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

/// Every relative link, anchor and image of the pages leads somewhere.
@Timeout(60)
class LinksTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() {
        Course course = Course.here();
        LinkCheck check = new LinkCheck(course);
        return course.pages().stream()
                .map(page -> dynamicTest(page.name(), () -> Problem.failOn(check.problems(page))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x](other.md)", "[x](#over-here)", "[x](#over-here-1)", "[x](other.md#the-onframe-method)",
            "[x](other.md#by-hand)", "[x](../step1-x/A.java#L2)", "[x](../step1-x)", "[x](https://example.org/x)",
            "<img src=\"other.md\">", "![x](<other.md>)"})
    void aLinkThatLeadsSomewherePasses(String link) throws IOException {
        assertThat(new LinkCheck(course(link).course()).problems(course(link).page("docs/page.md"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x](gone.md)", "[x](Other.md)", "[x](#nowhere)", "[x](#over-here-2)",
            "[x](other.md#nowhere)",
            "[x](../step1-x/A.java#L9)", "[x](../../out.md)", "![x](gone.png)", "<img src=\"gone.png\">",
            "[x](../step1-x/target/a.jar)"})
    void aLinkThatLeadsNowhereIsReportedWithItsPageAndLine(String link) throws IOException {
        assertThat(new LinkCheck(course(link).course()).problems(course(link).page("docs/page.md")))
                .singleElement().asString().startsWith("docs/page.md:5: ");
    }

    private TinyCourse course(String link) throws IOException {
        return new TinyCourse(folder).with("docs/page.md", "# Over here\n\n## Over *here*\n\n" + link + "\n")
                .with("docs/other.md", "# The `onFrame` method!\n\n<a id=\"by-hand\"></a>\n")
                .with("step1-x/A.java", "class A {\n}\n").with("step1-x/target/a.jar", "");
    }
}
