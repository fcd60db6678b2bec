package lab;

import java.io.IOException;
import java.time.Duration;

/// The heap a server needs while its clients talk and one more does not read, from before that one comes until after it
/// has gone. Before each look the server collects its garbage, and what is left is in use.
final class HeapWatch {
    private static final Duration WARM_UP = Duration.ofMillis(300);
    private static final Duration PERIOD = Duration.ofMillis(500); // of talk, between two looks
    private static final int LOOKS = 7;
    private static final int COMES_AFTER = 1; // periods
    private static final int GOES_AFTER = 5;

    private HeapWatch() {}

    /// When it comes and goes, on the time axis.
    static Plot.Mark[] marks() {
        return new Plot.Mark[]{new Plot.Mark(second(COMES_AFTER), "one joins and never reads"),
                new Plot.Mark(second(GOES_AFTER), "it hangs up")};
    }

    static void measure(Room room, Server server, Talk talk, Results results) throws IOException {
        try (Heap heap = new Heap(server);
                FanOutLoad load = new FanOutLoad(room, talk, PERIOD.multipliedBy(LOOKS))) {
            load.awaitEveryone();
            load.warmUp(WARM_UP);
            look(room, heap, load, 0, COMES_AFTER, results);
            try (StalledClient _ = new StalledClient(room.address(), room.nextPath())) {
                look(room, heap, load, COMES_AFTER + 1, GOES_AFTER, results);
            }
            look(room, heap, load, GOES_AFTER + 1, LOOKS - 1, results);
        }
    }

    private static void look(Room room, Heap heap, FanOutLoad load, int from, int to, Results results)
            throws IOException {
        for (int periods = from; periods <= to; periods++) {
            if (periods > 0) {
                load.run(PERIOD);
            }
            results.point(room.name(), "heap", "MiB", second(periods), heap.collect());
        }
    }

    private static double second(int periods) {
        return PERIOD.multipliedBy(periods).toMillis() / 1e3;
    }
}
