package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TimelineTest {
    private static final long MILLI = 1_000_000;

    private final Timeline timeline = new Timeline(Duration.ofSeconds(2), Duration.ofMillis(500));
    private long start;

    @BeforeEach
    void start() {
        timeline.start();
        start = System.nanoTime(); // a little later: all that follows lies well inside its bin
    }

    @Test
    void aDelayBelongsToTheMomentAtWhichItsMessageWasSaid() {
        timeline.record(start + 600 * MILLI, 1_200 * MILLI);

        assertThat(timeline.bins()).isEqualTo(4);
        assertThat(timeline.count(1)).isOne();
        assertThat(timeline.second(1)).isEqualTo(0.5);
        assertThat(timeline.percentile(1, 99)).isCloseTo(1_200, within(2.0));
    }

    @Test
    void whatWasSaidBeforeOrAfterDoesNotCount() {
        timeline.record(start - 700 * MILLI, MILLI);
        timeline.record(start + 2_100 * MILLI, MILLI);

        assertThat(timeline.rate(0, 4)).isZero();
    }

    @Test
    void severalBinsAreLookedAtAsOne() {
        for (int i = 0; i < 99; i++) {
            timeline.record(start + 100 * MILLI, 10 * MILLI);
        }
        timeline.record(start + 700 * MILLI, 90 * MILLI);

        assertThat(timeline.rate(0, 2)).isEqualTo(100);
        assertThat(timeline.percentile(0, 2, 99)).isCloseTo(10, within(0.1));
        assertThat(timeline.percentile(0, 2, 100)).isCloseTo(90, within(0.1));
    }

    @Test
    void aBinInWhichNothingWasSaidIsNoPointOfTheCurve() {
        timeline.record(start + 100 * MILLI, 3 * MILLI);
        timeline.record(start + 1_600 * MILLI, 4 * MILLI);
        Results results = new Results();

        timeline.plot(results, "step2", "p99 over time", 99);

        assertThat(results.series()).extracting(Results.Series::x).containsExactly(0.0, 1.5);
    }
}
