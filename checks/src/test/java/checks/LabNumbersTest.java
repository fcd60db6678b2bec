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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every measured number of the pages is what the lab has measured. `mvn -q -pl checks` writes it into the pages.
@Timeout(60)
class LabNumbersTest {

    private static final String RESULTS = """
            {"experiments": [{"name": "fan-out", "series": [
              {"server": "floor", "measure": "deliveries", "unit": "1/s", "x": 1000.0, "values": [], "median": 213900},
              {"server": "step3", "measure": "deliveries", "unit": "1/s", "x": 1000.0, "values": [], "median": 748651},
              {"server": "step3", "measure": "deliveries", "unit": "1/s", "x": 10, "values": [], "median": 95},
              {"server": "step3, 100 talk", "measure": "p99", "unit": "ms", "values": [], "median": 0.1449},
              {"server": "step3", "measure": "lost", "unit": "", "values": [], "median": 0}]}]}
            """;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyMeasuredNumberIsWhatTheLabHasMeasured() {
        Course course = Course.here();
        LabNumbers numbers = new LabNumbers(course);
        return course.pages().stream()
                .map(page -> dynamicTest(page.name(), () -> Problem.failOn(numbers.problems(page))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"749,000;fan-out / step3 / deliveries @ 1000",
            "95;fan-out / step3 / deliveries @ 10", "0.14;fan-out / step3, 100 talk / p99",
            "3.5;fan-out / step3 / deliveries @ 1000 : floor", "0;fan-out / step3 / lost"})
    void aNumberIsFoundByExperimentServerAndMeasure(String number, String mark) throws IOException {
        assertThat(problems("It makes " + number + "<!-- lab: " + mark + " --> of them.")).isEmpty();
    }

    @Test
    void aNumberThatDiffersIsReportedWithPageLineAndTheMeasuredOne() throws IOException {
        assertThat(problems("It makes 750,000<!-- lab: fan-out / step3 / deliveries @ 1000 --> of them."))
                .singleElement().asString().startsWith("docs/page.md:3: ").contains("749,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7<!-- lab: flood / step3 / deliveries @ 1000 -->",
            "7<!-- lab: fan-out / step9 / deliveries @ 1000 -->", "7<!-- lab: fan-out / step3 / deliveries -->",
            "7<!-- lab: fan-out / step3 / deliveries @ 7 -->", "7<!-- lab: fan-out -->",
            "7<!-- lab: fan-out / step3 / lost : floor -->", "of <!-- lab: fan-out / step3 / lost -->"})
    void whatNobodyHasMeasuredIsReported(String text) throws IOException {
        assertThat(problems(text)).hasSize(1);
    }

    @Test
    void theWriterBringsTheMeasuredNumberIntoThePage() throws IOException {
        TinyCourse course = course("| 1<!-- lab: fan-out / step3 / deliveries @ 1000 --> | 2 |");

        assertThat(new Refresh(course.course()).run("numbers")).containsExactly("docs/page.md");
        assertThat(course.page("docs/page.md").lines())
                .contains("| 749,000<!-- lab: fan-out / step3 / deliveries @ 1000 --> | 2 |");
        assertThat(new Refresh(course.course()).run("numbers")).isEmpty();
    }

    private List<Problem> problems(String text) throws IOException {
        TinyCourse course = course(text);
        return new LabNumbers(course.course()).problems(course.page("docs/page.md"));
    }

    private TinyCourse course(String text) throws IOException {
        return new TinyCourse(folder).with("docs/lab/results.json", RESULTS).with("docs/page.md", "# Page\n\n" + text);
    }
}
