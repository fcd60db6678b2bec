package lab;

import java.time.Duration;

/// The end of a run. Whatever is waited for inside it, all its waits together end here.
///
/// @param nanos on the clock of [System#nanoTime]
record Deadline(long nanos) {
    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /// Never negative.
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }
}
