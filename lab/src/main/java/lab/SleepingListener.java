package lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One client's message makes its listener sleep for three seconds, on an I/O thread: how long everybody else waits for
/// an echo meanwhile. Step 1 is asked the same, and answers the word as any other. Both servers run at the same time:
/// they have next to nothing to do.
final class SleepingListener implements Experiment {
    private static final String STEP = "step1-echo";
    private static final String WRONG = STEP + ", a listener sleeps";
    private static final PacedLoad.Pace OTHERS = new PacedLoad.Pace(20, Duration.ofMillis(50), 64);
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

    private static final Duration SETTLE = Duration.ofMillis(300);
    private static final Duration BIN = Duration.ofMillis(250);
    private static final int SLEEPS_AT = 2; // bins
    private static final int WAKES_AT = 14;
    private static final int BINS = 16;
    private static final Duration A_WAIT = Duration.ofSeconds(1);
    private static final Duration LAST_ECHO = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "sleeping-listener";
    }

    @Override
    public String question() {
        return "One listener sleeps for three seconds: how long do the other clients wait for their echo?";
    }

    @Override
    public String prediction() {
        return "21 clients talk to an echo with two I/O threads. One message makes its listener sleep for three seconds."
                + " Who waits for an echo? **A.** Only the one who sent it. **B.** About half of all clients. **C.** All of"
                + " them.";
    }

    @Override
    public String seen() {
        return "Whoever shares the sleeper's thread waits until it wakes, up to"
                + " {step1-echo, a listener sleeps / longest wait} ms: {step1-echo, a listener sleeps / who waited} of the"
                + " 20. The others notice nothing, and nor does anybody in step 1 itself, which never waits in a listener.";
    }

    @Override
    public List<Plot> plots() {
        return List.of(Plot.overTime("sleeping-listener", "One listener sleeps: how long the others wait",
                Plot.linear("slowest echo", "ms"), "slowest echo", List.of(STEP, WRONG),
                new Plot.Mark(second(SLEEPS_AT), "it falls asleep"), new Plot.Mark(second(WAKES_AT), "it wakes")));
    }

    @Override
    public Set<Integer> steps() {
        return Set.of(1);
    }

    @Override
    public int seconds(Session session) {
        return 6 * session.rounds(2, 1);
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        int rounds = session.rounds(2, 1);
        for (int round = 1; round <= rounds; round++) {
            session.say("sleeping-listener: round " + round + " of " + rounds);
            try (Servers servers = session.servers()) {
                List<Server> both = List.of(servers.step(STEP),
                        servers.wrong(WRONG, STEP, "chat.wrong.WrongSleepingListener"));
                measure(both, results);
            }
            session.done(round, rounds);
        }
    }

    private static void measure(List<Server> servers, Results results) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Callable<Void>> tasks = servers.stream().<Callable<Void>>map(server -> () -> {
                measure(server, results);
                return null;
            }).toList();
            for (Future<Void> end : threads.invokeAll(tasks)) {
                end.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    private static void measure(Server server, Results results) throws IOException {
        Timeline timeline = new Timeline(BIN.multipliedBy(BINS), BIN);
        long[] longest = new long[OTHERS.clients()];
        PacedLoad.Delays delays = (client, saidAt, nanos) -> {
            timeline.record(saidAt, nanos);
            longest[client] = Math.max(longest[client], nanos);
        };
        try (PacedLoad others = new PacedLoad(server.address(), _ -> "/ws", OTHERS, delays);
                Swarm sleeper = Swarm.connected(1, Deadline.in(CONNECT_DEADLINE), server.address(), _ -> "/ws",
                        (_, _) -> {})) {
            others.run(SETTLE);
            timeline.start();
            others.run(BIN.multipliedBy(SLEEPS_AT));
            sleeper.clients().getFirst().send(Wire.masked(Wire.TEXT, "sleep".getBytes(StandardCharsets.UTF_8)));
            others.run(BIN.multipliedBy(BINS - SLEEPS_AT));
            others.listen(1, LAST_ECHO);
        }
        timeline.plot(results, server.name(), "slowest echo", 100);
        results.add(server.name(), "longest wait", "ms", Arrays.stream(longest).max().orElse(0) / 1e6);
        results.add(server.name(), "who waited", "of 20",
                (double) Arrays.stream(longest).filter(nanos -> nanos > A_WAIT.toNanos()).count());
    }

    private static double second(int bin) {
        return BIN.multipliedBy(bin).toMillis() / 1e3;
    }
}
