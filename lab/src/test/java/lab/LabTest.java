package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class LabTest {
    @TempDir
    private Path project;

    @Test
    void aMissingJarIsSaidWithTheCommandThatBuildsIt() throws IOException {
        Files.createDirectory(project.resolve("step1-echo"));

        Captured outcome = Captured.lab("--only=startup", "--root=" + project);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.stderr().replace('\\', '/')).isEqualTo(
                "step1-echo/target/step1-echo.jar is missing: mvn -q -DskipTests package builds it\n");
    }

    @Test
    void aJarOlderThanItsSourcesIsSaidWithTheCommandThatBuildsIt() throws IOException {
        Path jar = Files.createDirectories(project.resolve("step9-x/target")).resolve("step9-x.jar");
        Path source = Files.createDirectories(project.resolve("step9-x/src/main")).resolve("A.java");
        Files.setLastModifiedTime(Files.createFile(source), FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(Files.createFile(jar), FileTime.fromMillis(2_000_000));
        assertThat(Jars.outdated(project)).isEmpty();

        Files.setLastModifiedTime(source, FileTime.fromMillis(3_000_000));
        assertThat(Jars.outdated(project)).containsExactly(
                "step9-x.jar is older than its sources: mvn -q -DskipTests package builds it anew");
    }

    @Test
    void anUnknownExperimentIsSaidInOneSentence() {
        Captured outcome = Captured.lab("--only=dance");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.stderr()).startsWith("there is no experiment dance, only echo, ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--quik", "--rounds=0", "--seconds=0", "--rounds=many", "--steps=9", "--steps=one",
            "--url=wss://localhost:1/", "--url=localhost", "--url=ws://192.0.2.1:80/ws", "--url=:",
            "--only=race --url=ws://localhost:1/", "--publish --quick", "--publish --only=echo",
            "--publish --steps=1", "--publish --url=ws://localhost:1/", "stall", "stall --url=x",
            "stall --url=ws://localhost:1/ --for=ever", "stall --url=ws://localhost:1/ --talk=5"})
    void whatCannotBeDoneIsSaidInOneSentence(String args) {
        Captured outcome = Captured.lab(args.split(" ", -1));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.stderr()).hasLineCount(1);
        assertThat(outcome.stdout()).isEmpty();
    }

    @Test
    void theExperimentsAreListedWithTheirQuestions() {
        Captured outcome = Captured.lab("--list");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.stdout()).hasLineCount(Lab.EXPERIMENTS.size()).contains("fan-out: ", "stalled-reader: ");
    }

    @Test
    void everyExperimentHasAPredictionASentenceAndPicturesOfItsOwn() {
        assertThat(Lab.EXPERIMENTS).extracting(Experiment::name).doesNotHaveDuplicates();
        assertThat(Lab.EXPERIMENTS).allSatisfy(one -> {
            assertThat(one.question()).endsWith("?");
            assertThat(one.prediction()).contains("**A.**", "**B.**");
            assertThat(one.seen()).isNotBlank();
        });
        assertThat(Lab.EXPERIMENTS.stream().flatMap(one -> one.plots().stream()).map(Plot::id))
                .doesNotHaveDuplicates().contains("sleeping-listener", "stalled-reader", "fan-out", "dead-peer");
    }

    @Test
    void aServerEndsWithTheOnesWhoStartedIt() throws Exception {
        Server floor;
        try (Servers servers = new Servers(project, project.resolve("work"))) {
            floor = servers.floor(Floor.Way.ECHO);
            try (Socket socket = new Socket(floor.address().getAddress(), floor.address().getPort())) {
                assertThat(socket.isConnected()).isTrue();
            }
        }
        assertThat(floor.isAlive()).isFalse();
    }
}
