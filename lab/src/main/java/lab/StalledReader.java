package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// In the middle of a talk one more client joins and never reads: what the others notice, what it costs the server, and
/// how it ends.
///
/// What it costs is the heap after a garbage collection. To collect it is to stop the server, so this is measured in a
/// run of its own, the first: it warms the server up for the others, which measure the delays. A quick run has only
/// the first one.
final class StalledReader implements Experiment {
    private static final Talk CHAT = new Talk(50, 50, 4, 4_000);
    private static final String ONE_STALLS = ", one stalls";

    private static final List<String> PROMISING = List.of("step3-hub-channels", "step4-connection-wrapper");
    private static final double PROMISED_RATE_SHARE = 0.8;
    private static final double PROMISED_P99_SHARE = 1.2;

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration BIN = Duration.ofMillis(500);
    private static final int JOINS_AT = 6; // bins
    private static final int BINS = 12;

    @Override
    public String name() {
        return "stalled-reader";
    }

    @Override
    public String question() {
        return "50 clients chat, one more joins and never reads: what do the others notice, and what does it cost?";
    }

    @Override
    public String prediction() {
        return "One of 51 clients does not read. In step 2, with its lock and its list, **A.** everybody waits for it,"
                + " **B.** the server throws it out, **C.** nobody stands still, and the server's memory grows. And in"
                + " steps 3 and 4?";
    }

    @Override
    public String seen() {
        return "Step 2 keeps everything for the one who does not read: {step2-broadcast-lock / heap @ 2.5} MiB are in use"
                + " when it hangs up, {step2-broadcast-lock / heap @ 0.5} before it came. Steps 3 and 4 throw it out: they"
                + " rise once, to {step3-hub-channels / heap @ 1} and {step4-connection-wrapper / heap @ 1} MiB, and stay"
                + " there until it hangs up. Nobody stands still: the others' p99 is {step2-broadcast-lock, one stalls / p99} ms with"
                + " it and {step2-broadcast-lock / p99} without it in step 2, {step3-hub-channels, one stalls / p99} and"
                + " {step3-hub-channels / p99} in step 3, {step4-connection-wrapper, one stalls / p99} and"
                + " {step4-connection-wrapper / p99} in step 4.";
    }

    @Override
    public List<Plot> plots() {
        return List.of(
                Plot.overTime("stalled-reader", "One client stops reading: the server's heap",
                        Plot.linear("heap in use", "MiB"), "heap", Room.STEPS, HeapWatch.marks()),
                Plot.overTime("stalled-reader-p99", "One client stops reading: what the others feel",
                        Plot.log("p99", "ms"), "p99 over time", Room.STEPS_OR_TARGET,
                        new Plot.Mark(BIN.multipliedBy(JOINS_AT).toMillis() / 1e3, "one joins and never reads")));
    }

    @Override
    public Set<Integer> steps() {
        return Set.of(2, 3, 4);
    }

    @Override
    public boolean measuresTarget() {
        return true;
    }

    @Override
    public int seconds(Session session) {
        return session.quick() ? 13 : 155;
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        try (Servers servers = session.servers()) {
            Rounds.run(session, name(), Room.chosen(session, servers),
                    session.rounds(5, session.target().isPresent() ? 1 : 0),
                    room -> watchHeap(room, results), room -> measure(room, results));
        }
        judge(results);
    }

    /// Nobody knows the heap of somebody else's server.
    private static void watchHeap(Room room, Results results) throws IOException {
        if (room.server().isPresent()) {
            HeapWatch.measure(room, room.server().get(), CHAT, results);
        }
    }

    private static void measure(Room room, Results results) throws IOException, InterruptedException {
        room.awaitRest();
        Duration length = BIN.multipliedBy(BINS);
        Timeline timeline = new Timeline(length, BIN);
        try (FanOutLoad load = new FanOutLoad(room, CHAT, length)) {
            load.awaitEveryone();
            load.warmUp(WARM_UP);
            load.enterInto(timeline);
            load.run(BIN.multipliedBy(JOINS_AT));
            CompletableFuture<StalledClient> stalled = joining(room); // while the talk goes on
            load.run(BIN.multipliedBy(BINS - JOINS_AT));
            long lost = load.end();
            try (StalledClient ended = stalled.join()) {
                results.note(room.name() + " and the one that stalls: " + ended.howItEnded());
            }
            timeline.plot(results, room.name(), "p99 over time", 99);
            record(room.name(), timeline, 0, JOINS_AT, results);
            record(room.name() + ONE_STALLS, timeline, JOINS_AT, BINS, results);
            results.add(room.name() + ONE_STALLS, "lost", "", (double) lost);
        }
    }

    private static CompletableFuture<StalledClient> joining(Room room) {
        CompletableFuture<StalledClient> stalled = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                stalled.complete(new StalledClient(room.address(), room.nextPath()));
            } catch (IOException failed) {
                stalled.completeExceptionally(failed);
            }
        });
        return stalled;
    }

    private static void record(String row, Timeline timeline, int from, int to, Results results) {
        results.add(row, "deliveries", "1/s", timeline.rate(from, to));
        results.add(row, "p50", "ms", timeline.percentile(from, to, 50));
        results.add(row, "p99", "ms", timeline.percentile(from, to, 99));
    }

    private static void judge(Results results) {
        for (String step : PROMISING) {
            results.medianRatio(step + ONE_STALLS, step, "deliveries").ifPresent(
                    share -> results.atLeast(PROMISED_RATE_SHARE, "of the rate of " + step + " without it", share));
            results.medianRatio(step + ONE_STALLS, step, "p99").ifPresent(
                    share -> results.atMost(PROMISED_P99_SHARE, "times the p99 of " + step + " without it", share));
        }
    }
}
