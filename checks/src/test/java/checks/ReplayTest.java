package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import checks.MarkdownPage.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// What the pages say you should see is what comes out, from the built servers and in a real shell.
class ReplayTest {

    private final Course course = Course.here();
    private final Replayer replayer = new Replayer(course);

    @TempDir
    Path folder;

    @AfterEach
    void stopTheServer() throws IOException {
        replayer.close();
    }

    /// Pages are replayed two at a time, the blocks of a page one after the other.
    @TestFactory
    Stream<DynamicTest> whatYouShouldSeeIsWhatComesOut() throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<List<DynamicTest>>> pages = course.pages().stream()
                    .<Callable<List<DynamicTest>>>map(page -> () -> replayAll(page)).toList();
            return threads.invokeAll(pages).stream().map(Future::resultNow).flatMap(List::stream);
        }
    }

    private List<DynamicTest> replayAll(MarkdownPage page) throws IOException {
        try (Replayer own = replayer.another()) {
            return page.blocks().stream().flatMap(block -> Replay.of(block).stream()
                    .map(replay -> outcome(page.name() + ":" + block.line(), () -> replay(own, page, block, replay))))
                    .toList();
        }
    }

    /// What came of it already, as a test.
    private static DynamicTest outcome(String name, Executable test) {
        try {
            test.execute();
            return dynamicTest(name, () -> {});
        } catch (Throwable failure) {
            return dynamicTest(name, () -> {
                throw failure;
            });
        }
    }

    private static void replay(Replayer replayer, MarkdownPage page, Block block, Replay replay)
            throws IOException, InterruptedException {
        String where = page.name() + ":" + block.line();
        skipIf(onWindows(), where + " is not replayed: there is no bash on Windows");
        List<String> missing = replayer.missingPrograms(block, replay);
        skipIf(!missing.isEmpty(), where + " is not replayed: this machine has no " + String.join(", ", missing));
        Problem.failOn(replayer.run(page, block, replay).stream().toList());
    }

    private static boolean onWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static void skipIf(boolean condition, String why) {
        if (condition) {
            assertThat(System.getenv("CI")).as("CI=true, and %s", why).isNotEqualTo("true");
            System.err.println(why);
        }
        Assumptions.assumeFalse(condition, why);
    }

    @Test
    void theOutputOfEachCommandIsCompared() throws IOException, InterruptedException {
        assertThat(replayNone("$ echo one; echo two >&2\none\ntwo\n$ printf three\nthree\n$ echo a \\\n>   b\na b\n"))
                .isEmpty();
        assertThat(replayNone("$ true\n$ echo one\ntwo\n")).map(Problem::toString)
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("docs/page.md:6: $ echo one")
                        .contains("expected: two", "but came: one"));
        assertThat(replayNone("$ true\n\nsomething\n")).isPresent();
        assertThat(replayNone("$ echo one\n")).isPresent();
    }

    @Test
    void anEllipsisMatchesPartsOfALineOrAnyNumberOfLines() {
        List<String> came = List.of("2026 INFO [I/O-1] 127.0.0.1:50412 connected", "a", "b", "end");
        assertThat(Transcript.difference(List.of("… INFO [I/O-…] 127.0.0.1:… connected", "…", "end"), came)).isEmpty();
        assertThat(Transcript.difference(List.of("…", "a", "…", "b", "end", "…"), came)).isEmpty();
        assertThat(Transcript.difference(List.of("…", "b", "a", "…"), came)).isPresent();
        assertThat(Transcript.difference(List.of("… WARN …", "…"), came)).isPresent();
        assertThat(Transcript.difference(List.of("…", "a"), came)).isPresent();
    }

    @Test
    void aBlockThatDoesNotEndIsReported() throws IOException {
        Shell shell = new Shell(new TinyCourse(folder).course());
        assertThat(catchThrowable(
                () -> shell.run(List.of("echo begun", "sleep 60"), Duration.ofSeconds(5))))
                .hasMessageContaining("not done").hasMessageContaining("begun");
    }

    @Test
    void programsThisMachineLacksAreNamed() throws IOException, InterruptedException {
        assertThat(new Shell(course).missing(List.of("echo 'no | such' | nosuchprogram -x && A=1; cat x")))
                .containsExactly("nosuchprogram");
    }

    @Test
    void bothDoorsAreReachedUnderThePortsThePagesSpeakOf() throws IOException, InterruptedException {
        skipIf(onWindows(), "there is no bash on Windows");
        MarkdownPage page = new TinyCourse(folder).with("docs/page.md", """
                <!-- replay: step3-hub-channels -->
                ```console
                $ exec 3<>/dev/tcp/127.0.0.1/8888; read -r line <&3; echo "$line"
                You are 127.0.0.1:…
                $ exec 4<>/dev/tcp/127.0.0.1/8080; echo "nc localhost 8888, localhost:8080"
                nc localhost 8888, localhost:8080
                ```
                <!-- replay: step3-hub-channels server -->
                ```console
                http://127.0.0.1:8080/
                tcp://127.0.0.1:8888
                …
                ```
                """).page("docs/page.md");
        for (Block block : page.blocks()) {
            assertThat(replayer.run(page, block, Replay.of(block).orElseThrow())).isEmpty();
        }
    }

    @Test
    void aMissingJarIsReportedWithTheCommandThatBuildsIt() throws IOException {
        Course tiny = new TinyCourse(folder).with("step7-x/pom.xml", "").course();
        assertThat(catchThrowable(() -> tiny.step("step7-x").jar()))
                .hasMessageContaining("mvn -pl step7-x package");
    }

    @Test
    void aTranscriptWithoutAServerIsReported() throws IOException, InterruptedException {
        assertThat(replay("<!-- replay: step1-echo server -->\n```text\n```\n")).isPresent();
    }

    private Optional<Problem> replayNone(String block) throws IOException, InterruptedException {
        return replay("Text.\n\n<!-- replay: none -->\n```console\n" + block + "```\n");
    }

    private Optional<Problem> replay(String text) throws IOException, InterruptedException {
        TinyCourse tiny = new TinyCourse(folder).with("docs/page.md", text);
        MarkdownPage page = tiny.page("docs/page.md");
        Block block = page.blocks().getFirst();
        try (Replayer tinyReplayer = new Replayer(tiny.course())) {
            return tinyReplayer.run(page, block, Replay.of(block).orElseThrow());
        }
    }
}
