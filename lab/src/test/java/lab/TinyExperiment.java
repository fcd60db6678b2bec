package lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// An experiment without a server: what it measures is a function of a test.
record TinyExperiment(String name, Measurement measurement) implements Experiment {
    interface Measurement {
        void run(Session session, Results results) throws IOException, InterruptedException;
    }

    static Session session(Path folder) {
        return new Session(folder, folder.resolve("work"), false, OptionalInt.empty(), OptionalInt.empty(), Set.of(),
                Optional.empty(), new Lines(), new AtomicBoolean());
    }

    /// Two rounds of two servers: a curve, and a value that is no part of a curve.
    static void measured(Session session, Results results) {
        for (double share : new double[]{1, 1.1}) {
            results.point("floor", "deliveries", "1/s", 1, 100 * share);
            results.point("floor", "deliveries", "1/s", 1_000, 200_000 * share);
            results.point("step3-hub-channels", "deliveries", "1/s", 1, 90 * share);
            results.point("step3-hub-channels", "deliveries", "1/s", 1_000, 700_000 * share);
            results.add("step3-hub-channels", "memory", "KiB", 12 * share);
        }
    }

    @Override
    public String question() {
        return "How many, with \"quotes\" & an ampersand?";
    }

    @Override
    public String prediction() {
        return "**A.** Few. **B.** Many.";
    }

    @Override
    public String seen() {
        return "Step 3 makes {step3-hub-channels / deliveries @ 1000}, {step3-hub-channels / deliveries @ 1000 : floor}"
                + " times the floor, in {step3-hub-channels / memory} KiB and {nobody / nothing} words.";
    }

    @Override
    public List<Plot> plots() {
        List<String> servers = List.of("floor", "step3-hub-channels", "never-measured");
        return List.of(
                Plot.lines(name + "-lines", "How many", Plot.log("clients", ""), Plot.linear("deliveries", "1/s"),
                        "deliveries", servers),
                Plot.overTime(name + "-time", "When", Plot.linear("deliveries", "1/s"), "deliveries", servers,
                        new Plot.Mark(500, "one stalls")),
                Plot.bars(name + "-bars", "How much", Plot.log("memory", "KiB"), "memory", servers));
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        measurement.run(session, results);
    }
}
