package lab;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(Table.of(results)).isEqualTo("""
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
    void jsonEscapesWhatMustBeEscaped() {
        assertThat(Json.of(java.util.List.of("a\"b\\c\n\t", 1.5, Double.NaN, 3)))
                .isEqualTo("[\"a\\\"b\\\\c\\n\\u0009\",1.5,null,3]");
    }
}
