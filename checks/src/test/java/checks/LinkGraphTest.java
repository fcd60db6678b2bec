package checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// No page is lost, and no chapter is a dead end.
@Timeout(60)
class LinkGraphTest {

    private static final String TOP = "# Two\n[home](../README.md), [one](step1-x.md), [diff](diffs/step1-to-step2.md)";
    private static final String END = "\n## Exercises\n## Where to go\n[home](../README.md)\n";

    @TempDir
    Path folder;

    @Test
    void everyPageIsTwoClicksFromTheReadme() {
        Problem.failOn(new LinkGraph(Course.here()).furtherThan(2));
    }

    @Test
    void everyPageLeadsBackAndEveryChapterLeadsOn() {
        Problem.failOn(new LinkGraph(Course.here()).deadEnds());
    }

    @Test
    void aPageThatIsFurtherAwayIsReported() throws IOException {
        assertThat(new LinkGraph(course(TOP + END)).furtherThan(2)).extracting(Problem::file)
                .containsExactly("docs/far.md", "docs/lost.md");
        assertThat(new LinkGraph(course(TOP + END)).furtherThan(3)).extracting(Problem::file)
                .containsExactly("docs/lost.md");
    }

    @Test
    void aChapterThatLeadsToItsNeighboursPasses() throws IOException {
        assertThat(new LinkGraph(course(TOP + END)).deadEnds()).isEmpty();
    }

    @Test
    void whatLeadsNowhereIsReported() throws IOException {
        assertThat(new LinkGraph(course("# Two\n" + END)).deadEnds()).extracting(Problem::what).containsExactly(
                "does not lead to README.md above its first section",
                "does not lead to docs/diffs/step1-to-step2.md above its first section",
                "does not lead to docs/step1-x.md above its first section");
        assertThat(new LinkGraph(course(TOP + "\n## Exercises\n[home](../README.md)\n")).deadEnds())
                .extracting(Problem::what).containsExactly("the last section is called Where to go");
        assertThat(new LinkGraph(course(TOP + "\n## Where to go\n")).deadEnds()).extracting(Problem::what)
                .containsExactly("does not lead to README.md in its last section");
    }

    private Course course(String two) throws IOException {
        String home = "[home](../README.md)";
        return new TinyCourse(folder).with("README.md", "[one](docs/step1-x.md#one) [folder](docs/go)\n")
                .with("step1-x/pom.xml", "").with("step2-x/pom.xml", "")
                .with("docs/step1-x.md", "# One\n" + home + " [two](step2-x.md)\n## Where to go\n" + home
                        + " [two](step2-x.md)\n")
                .with("docs/step2-x.md", two).with("docs/diffs/step1-to-step2.md", "# Diff\n")
                .with("docs/go/README.md", "[near](../near.md) [diff](../diffs/step1-to-step2.md)\n")
                .with("docs/near.md", home + " [far](far.md)\n").with("docs/far.md", home).with("docs/lost.md", home)
                .course();
    }
}
