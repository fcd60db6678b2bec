package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every code block of the pages equals its source. `mvn -q -pl checks` writes the sources into the pages.
@Timeout(60)
class ExcerptsTest {

    private static final String SOURCE = """
            package chat;

            /// Somebody who is here.
            final class Guest {

                private int visits = 1;

                /// Says hello.
                @Override
                public String toString() {
                    return "hello";
                }

                void enter(int door) {
                }

                void enter(String door) {
                }
            }
            """;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyCodeBlockEqualsItsSource() {
        Course course = Course.here();
        ExcerptCheck check = new ExcerptCheck(course);
        return course.pages().stream()
                .map(page -> dynamicTest(page.name(), () -> Problem.failOn(check.problems(page))));
    }

    @Test
    void aMethodIsShownWithItsAnnotationsAndWithoutItsComment() throws IOException {
        TinyCourse course = course("unused");
        assertThat(new Excerpts(course.course()).text("step1-x/Guest.java#toString")).isEqualTo("""
                @Override
                public String toString() {
                    return "hello";
                }""");
        assertThat(new Excerpts(course.course()).text("step1-x/Guest.java#Guest.visits"))
                .isEqualTo("private int visits = 1;");
        assertThat(new Excerpts(course.course()).text("step1-x/Guest.java#enter(String)"))
                .isEqualTo("void enter(String door) {\n}");
        assertThat(new Excerpts(course.course()).text("step1-x/Guest.java#Guest")).startsWith("final class Guest {")
                .endsWith("\n}");
    }

    @Test
    void aBlockThatEqualsItsSourceAndHasACaptionPasses() throws IOException {
        assertThat(problems("""
                <!-- excerpt: step1-x/Guest.java#enter(int) -->
                ```java
                void enter(int door) {
                }
                ```
                *[Guest.java](../step1-x/Guest.java), method `enter`*
                """)).isEmpty();
    }

    @Test
    void aBlockThatDiffersFromItsSourceIsReportedWithPageLineAndFirstDifference() throws IOException {
        assertThat(problems("""
                Text.

                <!-- excerpt: step1-x/Guest.java#toString -->
                ```java
                @Override
                public String toString() {
                    return "good bye";
                }
                ```
                *[Guest.java](../step1-x/Guest.java)*
                """)).singleElement().asString().contains("docs/page.md:4", "step1-x/Guest.java#toString", "line 3",
                "good bye", "hello");
    }

    @Test
    void aBlockWithoutASourceIsReported() throws IOException {
        assertThat(problems("```java\nint x;\n```\n")).hasSize(1);
        assertThat(problems("```\nint x;\n```\n")).hasSize(1);
        assertThat(problems("Text\n\n    int x;\n")).hasSize(1);
        assertThat(problems("```text\nprinted\n```\n")).hasSize(1);
        assertThat(problems("```diff\n+x\n```\n")).hasSize(1);
        assertThat(problems("```console\n$ date\nToday\n```\n")).hasSize(1);
        assertThat(problems("<details>\n```java\nint x;\n```\n</details>\n")).hasSize(1);
        assertThat(problems("```sh\nls\n```\n\n```json\n{}\n```\n\n```console\n$ ls\n```\n")).isEmpty();
    }

    @Test
    void aReferenceThatLeadsNowhereIsReported() throws IOException {
        for (String reference : List.of("step1-x/Gone.java", "step1-x/Guest.java#leave", "step1-x/Guest.java#enter",
                "../Guest.java", "step1-x/page.css#body")) {
            assertThat(problems("<!-- excerpt: " + reference + " -->\n```java\n```\n")).as(reference).hasSize(1);
        }
    }

    @Test
    void aBlockWithoutACaptionIsReported() throws IOException {
        assertThat(problems("<!-- excerpt: step1-x/page.css -->\n```css\nbody {}\n```\nText.\n"))
                .singleElement().asString().contains("caption", "step1-x/page.css");
    }

    @Test
    void goAndJavaScriptFunctionsAreFoundByTheirBraces() {
        String go = "func (h *Hub) run() {\n\tm := map[string]struct{}{}\n\tfmt.Println(\"}\", m)\n}\n\nfunc main() {\n}\n";
        assertThat(BraceSource.goParts(go, "Hub.run")).containsExactly(go.substring(0, go.indexOf("\n\n")));
        assertThat(BraceSource.goParts(go, "main")).containsExactly("func main() {\n}");
        String script = "function f({a}) {\n  return /[}/\"]/.test(a) ? `}` : '}'; // }\n}\nfunction g() {}\n";
        assertThat(BraceSource.scriptParts(script, "f"))
                .containsExactly(script.substring(0, script.indexOf("\nfunction g")));
    }

    @Test
    void theWriterBringsTheSourceIntoThePage() throws IOException {
        String page = """
                1. <!-- excerpt: step1-x/Guest.java#enter(int) -->
                   ```java
                   old
                   ```
                   *[Guest.java](../step1-x/Guest.java)*

                <!-- diff: step1-x/Guest.java#enter(int) step1-x/Guest.java#enter(String) -->
                ```diff
                ```
                """;
        TinyCourse course = course(page);
        assertThat(new ExcerptCheck(course.course()).problems(course.page("docs/page.md"))).hasSize(2);
        assertThat(new Refresh(course.course()).run("excerpts")).containsExactly("docs/page.md");
        assertThat(new ExcerptCheck(course.course()).problems(course.page("docs/page.md"))).isEmpty();
        assertThat(course.page("docs/page.md").lines()).contains("   void enter(int door) {",
                "+void enter(String door) {");
        assertThat(new Refresh(course.course()).run("excerpts")).isEmpty();
    }

    private List<Problem> problems(String page) throws IOException {
        TinyCourse course = course(page);
        return new ExcerptCheck(course.course()).problems(course.page("docs/page.md"));
    }

    private TinyCourse course(String page) throws IOException {
        return new TinyCourse(folder).with("step1-x/Guest.java", SOURCE).with("step1-x/page.css", "body {}\n")
                .with("docs/page.md", page);
    }
}
