package checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `mvn verify -Dagainst=…`: a step's tests against a server that somebody else has started.
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgainstTest {

    private final Course course = Course.here();
    private RunningServer server;

    @BeforeAll
    void startSomebodysServer() throws Exception {
        server = RunningServer.start(course.step("step3-hub-channels"), List.of());
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aRightServerPassesAndWhatCannotBeAskedOfItIsSkippedWithAReason() throws Exception {
        List<String> lines = run("step3-hub-channels", "-Dagainst-tcp=localhost:8888", "LogTest", "HubTest",
                "TcpDoorTest",
                "LimitsTest", "TalkTest");
        assertThat(lines).contains("everyoneHearsWhatIsSaidTheSpeakerToo() successful",
                "bothDoorsHearEachOtherInOneOrder() successful", "aTextOneByteLongerIsClosedWith1009() successful",
                "theLimitsAreSettings() aborted, needs a server started with --text-limit=20 --file-limit=30 "
                        + "--frames-per-message=5",
                "chat.HubTest skipped, it tests a class of our server alone",
                "chat.LogTest skipped, it reads our server's log");
        assertThat(lines).noneMatch(line -> line.contains(") failed") || line.contains("] failed"));
        assertThat(lines)
                .anyMatch(line -> line.matches("Against ws://\\S+: \\d+ tests passed, 0 failed, 17 were skipped[.]"));
        assertThat(lines).as("easy ones first").containsSubsequence("aTextIsDeliveredAsTyped(String)[1] successful",
                "blankLinesAreIgnored() successful", "emptyFragmentsCountToo() successful");
    }

    @Test
    void withoutItsSecondDoorItIsAskedForIt() throws Exception {
        assertThat(run("step3-hub-channels", "-Dx=y", "TcpCleanTest"))
                .contains("aHostileNameIsCleaned() aborted, needs your TCP door: add -Dagainst-tcp=localhost:8888");
    }

    @Test
    void aWrongServerFailsInWordsAndSoonIsLeftInPeace() throws Exception {
        List<String> lines = run("step1-echo", "-Dx=y", "FragmentsTest", "PingsTest");
        assertThat(lines).filteredOn(line -> line.contains("() failed")).hasSize(5).allMatch(line -> line
                .contains("[Choose a name first. ]") && line.contains("expected: 101 but was: 302"));
        assertThat(lines).contains("chat.PingsTest skipped, it comes after 5 failures: repair those first");
        assertThat(lines).filteredOn(line -> line.startsWith("  failed: FragmentsTest.")).hasSize(5);
    }

    private List<String> run(String step, String property, String... classes) throws Exception {
        List<String> command = new ArrayList<>(course.step(step).testCommand("checks.AgainstRunner", List.of(classes)));
        command.addAll(1, List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto",
                server.toReal("-Dagainst=ws://localhost:8080/ws"), server.toReal(property)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    static Stream<Step> steps() {
        return Course.here().steps().stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyTestClassIsListedAndEveryListedOneIsThere(Step step) {
        List<String> listed = Course.read(step.folder().resolve("src/test/resources/against.txt")).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.replaceFirst(" .*", ""))
                .toList();
        Set<String> there = step.filesIn("src/test/java/chat").stream().filter(file -> file.endsWith("Test.java"))
                .map(file -> file.replace(".java", "").replaceFirst("/.*", ".*"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed).filteredOn(name -> !name.matches("\\w+[.]\\w+")).containsExactlyInAnyOrderElementsOf(there);
        for (String method : listed.stream().filter(name -> name.matches("\\w+[.]\\w+")).toList()) {
            String[] names = method.split("[.]", 2);
            assertThat(Course.read(step.folder().resolve("src/test/java/chat/" + names[0] + ".java")))
                    .contains("void " + names[1] + "(");
        }
    }
}
