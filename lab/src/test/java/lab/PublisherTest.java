package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class PublisherTest {
    private static final Experiment TINY = new TinyExperiment("tiny", TinyExperiment::measured);

    @TempDir
    private Path folder;

    @Test
    void thePublishedPageIsWhatTheResultsSay() throws IOException {
        Path project = Path.of("..").toAbsolutePath().normalize();
        Publisher publisher = new Publisher(project, Lab.EXPERIMENTS);

        for (Map.Entry<String, String> file : publisher.files(publisher.published()).entrySet()) {
            Path published = project.resolve("docs").resolve(file.getKey());
            assertThat(published).as("mvn -q -pl lab -Dargs=pages writes it anew").exists();
            if (!file.getKey().endsWith(".svg")) { // another machine's fonts have other widths
                assertThat(Files.readString(published))
                        .as(file.getKey() + ": mvn -q -pl lab -Dargs=pages writes it anew")
                        .isEqualTo(file.getValue());
            }
        }
    }

    @Test
    void publishingReplacesThePageTheResultsAndThePictures() throws IOException {
        Path old = Files.createDirectories(folder.resolve("docs/lab")).resolve("of-last-year.svg");
        Files.writeString(old, "<svg/>");
        Run run = run(false, outcome(TINY, false));

        new Publisher(folder, List.of(TINY)).publish(run);

        assertThat(old).doesNotExist();
        assertThat(new Publisher(folder, List.of(TINY)).published()).isEqualTo(run);
        assertThat(folder.resolve("docs/lab/results.csv")).isNotEmptyFile();
        assertThat(folder.resolve("docs/lab/tiny-lines.svg")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("docs/lab.md"))).contains("## tiny", TINY.question(),
                TINY.prediction(), "![How many](lab/tiny-lines.svg)",
                "Step 3 makes 735,000, 3.5 times the floor, in 13 KiB and ? words.",
                "| deliveries, 1/s | floor | step3-hub-channels |",
                "| 1,000 | 210,000 (200,000..220,000) | 735,000 (700,000..770,000) |",
                "mvn -q -pl lab -Dargs=\"--only=tiny\"", "4 cores");
    }

    @Test
    void aRunThatWasQuickOrNotFinishedOrNotOfEverythingIsNotPublished() {
        for (Run run : List.of(run(true, outcome(TINY, false)), run(false, outcome(TINY, true)), run(false))) {
            assertThatThrownBy(() -> new Publisher(folder, List.of(TINY)).publish(run))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("full run");
        }
        assertThat(folder.resolve("docs")).doesNotExist();
    }

    private static Run run(boolean quick, Outcome... outcomes) {
        return new Run("2026-01-01T00:00:00Z", Command.of(""), quick, new Machine(4, "JDK 25.0.3", "Linux 6.1"),
                List.of(outcomes));
    }

    private static Outcome outcome(Experiment experiment, boolean partial) {
        Results results = new Results();
        TinyExperiment.measured(TinyExperiment.session(Path.of("")), results);
        return Outcome.of(experiment, results, partial);
    }
}
