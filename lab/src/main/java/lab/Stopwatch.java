package lab;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// Measures how long something takes, and how much of that time the thread that waits for it was computing itself.
final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long start = System.nanoTime();
    private final long cpuStart = THREADS.getCurrentThreadCpuTime();

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /// The share of the time in which this thread was computing, 1 for all of it. For the thread that made the watch.
    double busy() {
        return (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e9 / seconds();
    }
}
