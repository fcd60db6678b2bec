package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
    private final Results results = new Results();

    @Test
    void aTableHasARowForEachServerAndAColumnForEachMeasure() {
        results.add("floor", "echoes", "1/s", 90_000);
        results.add("floor", "echoes", "1/s", 110_000);
        results.add("floor", "echoes", "1/s", 100_000);
        results.add("step1-echo", "echoes", "1/s", 80_000);
        results.add("step1-echo", "p99", "µs", 12.34);

        assertThat(tables()).singleElement().asString().isEqualTo("""
                server                    echoes, 1/s  p99, µs
                floor       100,000 (90,000..110,000)        -
                step1-echo                     80,000     12.3
                """);
    }

    @Test
    void theMedianOfAnEvenNumberOfValuesLiesBetweenTheMiddleTwo() {
        results.add("a", "x", "", 1);
        results.add("a", "x", "", 4);

        assertThat(results.median("a", "x")).hasValue(2.5);
    }

    @Test
    void aRatioIsTakenRoundByRound() {
        results.add("java", "rate", "", 50);
        results.add("go", "rate", "", 100);
        results.add("java", "rate", "", 8);
        results.add("go", "rate", "", 10);
        results.add("java", "rate", "", 90);
        results.add("go", "rate", "", 100);

        assertThat(results.medianRatio("java", "go", "rate")).hasValue(0.8);
        assertThat(results.medianRatio("java", "absent", "rate")).isEmpty();
    }

    @Test
    void aVerdictSaysWhatWasPromised() {
        results.atLeast(0.75, "of the Go twin's rate", 0.5);
        results.atMost(14, "KiB a socket", 11.4);

        assertThat(results.verdicts()).extracting(Results.Verdict::text).containsExactly(
                "MISSED: 0.50 of the Go twin's rate, promised at least 0.75",
                "met: 11.40 KiB a socket, promised at most 14");
    }

    @Test
    void aCurveHasARowForEachPointAndAColumnForEachServer() {
        results.point("floor", "deliveries", "1/s", 1_000, 5);
        results.point("floor", "deliveries", "1/s", 1, 3);
        results.point("step2", "deliveries", "1/s", 1, 4);

        assertThat(tables()).containsExactly("""
                deliveries, 1/s  floor  step2
                1                    3      4
                1,000                5      -
                """);
    }

    @Test
    void aLongCurveIsNoTable() {
        for (int second = 0; second < 20; second++) {
            results.point("floor", "heap", "MiB", second, 5);
        }

        assertThat(tables()).isEmpty();
    }

    private List<String> tables() {
        Outcome outcome = Outcome.of(new TinyExperiment("tiny", TinyExperiment::measured), results, false);
        return Table.of(outcome).stream().map(Table::text).toList();
    }
}
