package lab;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// Delays over time, in bins of equal length. A delay belongs to the moment at which its message was said: what waits
/// for seconds is found where its wait began.
final class Timeline {
    private static final long LONGEST_MICROS = 60_000_000;

    private final long binNanos;
    private final Histogram[] micros;
    private long start;

    Timeline(Duration length, Duration bin) {
        binNanos = bin.toNanos();
        micros = Stream.generate(() -> new Histogram(LONGEST_MICROS, 3)).limit(length.dividedBy(bin))
                .toArray(Histogram[]::new);
    }

    /// Time begins now.
    void start() {
        start = System.nanoTime();
    }

    /// What was said before the beginning, or after the last bin, does not count.
    ///
    /// @param saidAt on the clock of [System#nanoTime]
    void record(long saidAt, long delayNanos) {
        long bin = Math.floorDiv(saidAt - start, binNanos);
        if (bin >= 0 && bin < micros.length) {
            micros[(int) bin].recordValue(Math.min(delayNanos / 1_000, LONGEST_MICROS));
        }
    }

    int bins() {
        return micros.length;
    }

    /// When a bin begins, in seconds.
    double second(int bin) {
        return bin * binNanos / 1e9;
    }

    /// How many delays a bin holds.
    long count(int bin) {
        return micros[bin].getTotalCount();
    }

    /// In milliseconds.
    double percentile(int bin, double percent) {
        return micros[bin].getValueAtPercentile(percent) / 1e3;
    }

    /// Delays a second.
    ///
    /// @param from this bin, and those behind it
    /// @param to the first bin that does not count
    double rate(int from, int to) {
        return IntStream.range(from, to).mapToLong(this::count).sum() * 1e9 / ((to - from) * binNanos);
    }

    /// Of several bins, in milliseconds.
    double percentile(int from, int to, double percent) {
        Histogram all = new Histogram(LONGEST_MICROS, 3);
        IntStream.range(from, to).forEach(bin -> all.add(micros[bin]));
        return all.getValueAtPercentile(percent) / 1e3;
    }

    /// A curve: a percentile in each bin that holds something, in milliseconds.
    void plot(Results results, String server, String measure, double percent) {
        for (int bin = 0; bin < bins(); bin++) {
            if (count(bin) > 0) {
                results.point(server, measure, "ms", second(bin), percentile(bin, percent));
            }
        }
    }
}
