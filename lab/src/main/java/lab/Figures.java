package lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers of an experiment for a sentence: `{server / measure}` is a median, `{server / measure @ 1000}` that of a
/// curve where x is 1,000, `{server / measure : other}` how many times the other server's it is.
final class Figures {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+?) / ([^{}]+?)( @ [\\d.]+)?( : [^{}]+)?}");

    private final Outcome outcome;

    Figures(Outcome outcome) {
        this.outcome = outcome;
    }

    /// The sentence with its numbers. A number that was not measured is a question mark.
    String filled(String sentence) {
        Matcher matcher = PLACE.matcher(sentence);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                value(found.group(1), found.group(2), found.group(3), found.group(4)).map(Figures::inWords)
                        .orElse("?")));
    }

    /// Three digits of what is large, two of what is small.
    static String inWords(double value) {
        int digits = Math.abs(value) >= 100 ? 3 : 2;
        double rounded = new BigDecimal(value).round(new MathContext(digits)).doubleValue();
        return Look.number().format(rounded);
    }

    private Optional<Double> value(String server, String measure, @Nullable String at, @Nullable String other) {
        Optional<Double> above = median(server, measure, at);
        if (other == null) {
            return above;
        }
        return above.flatMap(one -> median(other.substring(" : ".length()), measure, at).map(below -> one / below));
    }

    private Optional<Double> median(String server, String measure, @Nullable String at) {
        List<Results.Series> found = outcome.of(server, measure);
        return found.stream().filter(one -> at == null ? one.x() == null
                : one.x() != null && one.x() == Double.parseDouble(at.substring(" @ ".length())))
                .map(Results.Series::median).findFirst();
    }
}
