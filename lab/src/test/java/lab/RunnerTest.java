package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class RunnerTest {
    @TempDir
    private Path folder;
    private Session session;

    @BeforeEach
    void open() {
        session = TinyExperiment.session(folder);
    }

    @Test
    void aRunIsWrittenAsItIsReadAgain() throws IOException {
        Run run = runner(new TinyExperiment("tiny", TinyExperiment::measured)).run();

        assertThat(Run.read(session.work().resolve("results.json"))).isEqualTo(run);
        assertThat(run.command()).isEqualTo("mvn -q -pl lab -Dargs=\"--rounds=2\"");
        assertThat(Files.readString(session.work().resolve("results.json"))).contains("\"median\" : 735000.0",
                "\"cores\"", "\"java\"", "\"system\"");
    }

    @Test
    void theTableForSpreadsheetsHasALineForEachValue() throws IOException {
        runner(new TinyExperiment("tiny", TinyExperiment::measured)).run();

        assertThat(Files.readAllLines(session.work().resolve("results.csv"))).hasSize(11)
                .startsWith("experiment,server,measure,unit,x,round,value", "tiny,floor,deliveries,1/s,1.0,1,100.0",
                        "tiny,floor,deliveries,1/s,1.0,2,110.0")
                .endsWith("tiny,step3-hub-channels,memory,KiB,,1,12.0", "tiny,step3-hub-channels,memory,KiB,,2,13.2");
    }

    @Test
    void onlyWhatWasMeasuredHasAPictureAndAnOldOneGoes() throws IOException {
        Path curve = session.work().resolve("tiny-lines.svg");
        Path bars = session.work().resolve("tiny-bars.svg");

        runner(new TinyExperiment("tiny", TinyExperiment::measured)).run();
        assertThat(curve).exists();
        assertThat(bars).exists();

        runner(new TinyExperiment("tiny", (session, results) -> results.add("floor", "memory", "KiB", 1))).run();
        assertThat(curve).doesNotExist();
        assertThat(bars).exists();
    }

    @Test
    void whoeverCancelsKeepsWhatHasBeenMeasured() throws Exception {
        CountDownLatch measured = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Runner runner = runner(new TinyExperiment("whole", TinyExperiment::measured),
                new TinyExperiment("partial", (session, results) -> {
                    results.add("floor", "rate", "1/s", 1);
                    measured.countDown();
                    cancelled.await();
                    throw new IOException("the server is gone");
                }), new TinyExperiment("never", (session, results) -> {
                    throw new IllegalStateException("it was cancelled before");
                }));
        Thread user = Thread.startVirtualThread(() -> {
            try {
                measured.await();
            } catch (InterruptedException hurry) {
                throw new IllegalStateException(hurry);
            }
            runner.cancel();
            cancelled.countDown();
        });

        Run run = runner.run();
        user.join();

        assertThat(session.isCancelled()).isTrue();
        assertThat(Run.read(session.work().resolve("results.json"))).isEqualTo(run);
        assertThat(run.experiments()).extracting(Outcome::name).containsExactly("whole", "partial");
        assertThat(run.experiments()).extracting(Outcome::partial).containsExactly(false, true);
    }

    @Test
    void anExperimentThatFailsSaysSoAndTheOthersGoOn() throws IOException {
        Run run = runner(new TinyExperiment("failing", (session, results) -> {
            throw new IOException("3 of 50 clients got in");
        }), new TinyExperiment("whole", TinyExperiment::measured)).run();

        assertThat(run.experiments()).extracting(Outcome::partial).containsExactly(true, false);
        assertThat(run.experiments().getFirst().notes()).singleElement().asString()
                .contains("not finished", "3 of 50 clients got in");
    }

    @Test
    void afterTheEndThereIsNothingToCancel() throws IOException {
        Runner runner = runner(new TinyExperiment("tiny", TinyExperiment::measured));
        runner.run();

        runner.cancel();

        assertThat(session.isCancelled()).isFalse();
    }

    private Runner runner(Experiment... experiments) {
        return new Runner(session, List.of(experiments), "--rounds=2");
    }
}
