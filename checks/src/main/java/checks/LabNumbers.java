package checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Measured numbers on the pages come from `docs/lab/results.json`. A comment right behind a number says which one it
/// is: `749,000<!-- lab: fan-out / step3-hub-channels / deliveries @ 1000 -->`.
///
/// The parts are experiment, server and measure, and mean the median over all rounds. `@ 1000` picks a point of a
/// curve, `: floor` divides by that server's number. A number has three digits that count, or two below 100.
public final class LabNumbers {

    private static final Pattern MARK = Pattern.compile("(\\d[\\d.,]*)?<!-- lab: (.*?) -->");
    private static final Pattern PLACE = Pattern.compile("(.+?) / (.+?) / (.+?)(?: @ ([\\d.]+))?(?: : (.+))?");

    private final Path file;
    private final Optional<JsonNode> results;

    public LabNumbers(Course course) {
        this.file = course.root().resolve("docs/lab/results.json");
        this.results = Files.exists(file) ? Optional.of(parsed(Course.read(file))) : Optional.empty();
    }

    /// The numbers of a page that are not what the lab has measured.
    public List<Problem> problems(MarkdownPage page) {
        List<Problem> problems = new ArrayList<>();
        for (int line = 1; line <= page.lines().size(); line++) {
            for (MatchResult mark : MARK.matcher(page.lines().get(line - 1)).results().toList()) {
                String measured = number(mark.group(2)).orElse("");
                if (measured.isEmpty()) {
                    problems.add(new Problem(page.name(), line, "the lab has not measured " + mark.group(2)));
                } else if (!measured.equals(mark.group(1))) {
                    problems.add(new Problem(page.name(), line, "the lab has measured " + measured + " for "
                            + mark.group(2) + "; mvn -q -pl checks writes it here"));
                }
            }
        }
        return problems;
    }

    /// Writes the measured numbers into a page.
    ///
    /// @return whether anything has changed
    boolean rewrite(MarkdownPage page) throws IOException {
        String text = Course.read(page.file());
        String changed = MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(
                number(mark.group(2)).map(number -> number + "<!-- lab: " + mark.group(2) + " -->")
                        .orElse(mark.group())));
        if (!changed.equals(text)) {
            Files.writeString(page.file(), changed);
        }
        return !changed.equals(text);
    }

    /// What a page has to say for a mark. Empty if nobody has measured that.
    Optional<String> number(String mark) {
        Matcher place = PLACE.matcher(mark);
        if (!place.matches()) {
            return Optional.empty();
        }
        Optional<Double> above = median(place, place.group(2));
        String other = place.group(5);
        return (other == null ? above : above.flatMap(one -> median(place, other).map(below -> one / below)))
                .map(LabNumbers::inWords);
    }

    private Optional<Double> median(Matcher place, String server) {
        return results.stream().flatMap(run -> elements(run.path("experiments")))
                .filter(experiment -> experiment.path("name").asText().equals(place.group(1)))
                .flatMap(experiment -> elements(experiment.path("series")))
                .filter(series -> series.path("server").asText().equals(server)
                        && series.path("measure").asText().equals(place.group(3)) && isAt(series, place.group(4)))
                .map(series -> series.path("median").asDouble()).findFirst();
    }

    private static boolean isAt(JsonNode series, @Nullable String x) {
        return x == null ? !series.has("x") : series.path("x").asDouble(Double.NaN) == Double.parseDouble(x);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String inWords(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(Math.abs(value) >= 100 ? 3 : 2));
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(rounded);
    }

    private JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " is no JSON", broken);
        }
    }
}
