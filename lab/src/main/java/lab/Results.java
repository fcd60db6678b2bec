package lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Everything an experiment has found: values by server and measure, verdicts, and remarks.
final class Results {
    private final Map<Key, List<Double>> values = new LinkedHashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private record Key(String server, String measure, String unit) {}

    /// The values of all rounds for one server and one measure, in the order they came.
    record Series(String server, String measure, String unit, List<Double> values) {
        double median() {
            return Results.median(values);
        }

        double min() {
            return values.stream().mapToDouble(value -> value).min().orElseThrow();
        }

        double max() {
            return values.stream().mapToDouble(value -> value).max().orElseThrow();
        }
    }

    /// A value held against what the course promises.
    record Verdict(String text, double value, double target, boolean met) {}

    void add(String server, String measure, String unit, double value) {
        values.computeIfAbsent(new Key(server, measure, unit), key -> new ArrayList<>()).add(value);
    }

    void note(String text) {
        notes.add(text);
    }

    void atLeast(double target, String what, double value) {
        judge("at least", target, what, value, value >= target);
    }

    void atMost(double target, String what, double value) {
        judge("at most", target, what, value, value <= target);
    }

    /// Empty if the server was never measured.
    OptionalDouble median(String server, String measure) {
        List<Double> found = values(server, measure);
        return found.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(found));
    }

    /// The largest value. Empty if the server was never measured.
    OptionalDouble most(String server, String measure) {
        return values(server, measure).stream().mapToDouble(value -> value).max();
    }

    /// The median of one server's values divided by another's, round by round: what slows this machine down for a
    /// while slows both. Empty if one of them was never measured.
    OptionalDouble medianRatio(String server, String other, String measure) {
        List<Double> above = values(server, measure);
        List<Double> below = values(other, measure);
        List<Double> ratios = IntStream.range(0, Math.min(above.size(), below.size()))
                .mapToObj(round -> above.get(round) / below.get(round)).toList();
        return ratios.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(ratios));
    }

    List<Series> series() {
        return values.entrySet().stream().map(entry -> new Series(entry.getKey().server, entry.getKey().measure,
                entry.getKey().unit, List.copyOf(entry.getValue()))).toList();
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    List<String> notes() {
        return notes;
    }

    private List<Double> values(String server, String measure) {
        return series().stream().filter(series -> series.server.equals(server) && series.measure.equals(measure))
                .map(Series::values).findFirst().orElse(List.of());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private void judge(String bound, double target, String what, double value, boolean met) {
        String text = String.format(Locale.ROOT, "%s: %.2f %s, promised %s %s", met ? "met" : "MISSED", value, what,
                bound, Table.number(target));
        verdicts.add(new Verdict(text, value, target, met));
    }
}
