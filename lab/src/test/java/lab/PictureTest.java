package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@Timeout(20)
final class PictureTest {
    private static final Experiment TINY = new TinyExperiment("tiny", TinyExperiment::measured);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aPictureIsWellFormedAndSaysWhatItsAxesAreAndWhatItWasMeasuredOn(int plot) throws Exception {
        List<String> texts = texts(svg(TINY.plots().get(plot)));

        assertThat(texts).contains(TINY.plots().get(plot).title(), TINY.plots().get(plot).y().text());
        assertThat(String.join(" ", texts)).contains("step3-hub-channels", "4 cores", "JDK 25.0.3", "Linux 6.1",
                "Medians of 2 rounds", "mvn -q -pl lab -Dargs=\"--only=tiny --rounds=2\"")
                .doesNotContain("never-measured");
    }

    @Test
    void aCurveSaysTheUnitOfBothAxes() throws Exception {
        assertThat(texts(svg(TINY.plots().getFirst()))).contains("clients", "deliveries, 1/s");
        assertThat(texts(svg(TINY.plots().get(1)))).contains("time, s", "one stalls");
    }

    @Test
    void theSameResultsGiveTheSamePicture() {
        for (Plot plot : TINY.plots()) {
            assertThat(svg(plot)).isEqualTo(svg(plot));
        }
    }

    @Test
    void aStepHasOneColourWhateverItIsCalledBehindItsComma() {
        assertThat(Palette.colour("step2-broadcast-lock, one stalls"))
                .isEqualTo(Palette.colour("step2-broadcast-lock")).isEqualTo(Palette.colour("go-step2"))
                .isNotEqualTo(Palette.colour("step3-hub-channels"));
    }

    @Test
    void nothingMeasuredIsAnEmptyPicture() throws Exception {
        Outcome nothing = Outcome.of(TINY, new Results(), true);

        for (Plot plot : TINY.plots()) {
            assertThat(texts(Picture.svg(plot, nothing, run()))).contains(plot.title());
        }
    }

    private static String svg(Plot plot) {
        Results results = new Results();
        TinyExperiment.measured(TinyExperiment.session(Path.of("")), results);
        return Picture.svg(plot, Outcome.of(TINY, results, false), run());
    }

    private static Run run() {
        return new Run("2026-01-01T00:00:00Z", Command.of("--rounds=2"), false,
                new Machine(4, "JDK 25.0.3", "Linux 6.1"), List.of());
    }

    private static List<String> texts(String svg) throws Exception {
        NodeList texts = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getElementsByTagName("text");
        return IntStream.range(0, texts.getLength()).mapToObj(i -> ((Element) texts.item(i)).getTextContent()).toList();
    }
}
