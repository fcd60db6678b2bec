package lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Everything an experiment has found: values by server and measure, verdicts, and remarks. Whoever cancels the run
/// may look at it from another thread.
final class Results {
    private static final MathContext DIGITS = new MathContext(6);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, List<Double>> values = new LinkedHashMap<>();
    private final List<Verdict> verdicts = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    private record Key(String server, String measure, String unit, @Nullable Double x) {}

    /// The values of all rounds for one server and one measure, in the order they came.
    ///
    /// @param x where on a curve they belong; null if they are of no curve
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Series(String server, String measure, String unit, @Nullable Double x, List<Double> values) {
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
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

    /// One value of one round, for the table and for bars.
    void add(String server, String measure, String unit, double value) {
        put(new Key(server, measure, unit, null), value);
    }

    /// One value of one round, for a curve. Values of several rounds belong together when their x is the same, so a
    /// time is best given in whole or half seconds.
    void point(String server, String measure, String unit, double x, double value) {
        put(new Key(server, measure, unit, x), value);
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
        lock.lock();
        try {
            return values.entrySet().stream().map(entry -> new Series(entry.getKey().server, entry.getKey().measure,
                    entry.getKey().unit, entry.getKey().x, List.copyOf(entry.getValue()))).toList();
        } finally {
            lock.unlock();
        }
    }

    List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private void put(Key key, double value) {
        double rounded = Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
        lock.lock();
        try {
            values.computeIfAbsent(key, ignored -> new ArrayList<>()).add(rounded);
        } finally {
            lock.unlock();
        }
    }

    private List<Double> values(String server, String measure) {
        return series().stream().filter(series -> series.server.equals(server) && series.measure.equals(measure)
                && series.x == null).map(Series::values).findFirst().orElse(List.of());
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
