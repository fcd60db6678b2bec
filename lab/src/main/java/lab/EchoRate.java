package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Step 1's echo against its Go twin's, with the floor beside them.
final class EchoRate implements Experiment {
    private static final String STEP = "step1-echo";
    private static final String TWIN = "go-step1";
    private static final int CLIENTS = 100;
    private static final int MESSAGE_BYTES = 64;
    private static final double PROMISED_SHARE = 0.75;

    /// About what the Java compiler needs to see before the rate stops rising.
    private static final long WARM_UP_ECHOES = 300_000;
    private static final Duration SETTLE = Duration.ofMillis(300);

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String question() {
        return "100 clients, one 64-byte message in flight each: how near does step 1 come to Go?";
    }

    @Override
    public String prediction() {
        return "Go's goroutine reads and writes in a loop; step 1 is called by one of a few I/O threads. Its echoes a second"
                + " are **A.** half of Go's, **B.** about as many, **C.** twice as many.";
    }

    @Override
    public String seen() {
        return "Step 1 makes {step1-echo / echoes} echoes a second, {step1-echo / echoes : go-step1} times what its Go twin"
                + " makes, and {step1-echo / echoes : floor} times the floor, one bare thread that checks nothing.";
    }

    @Override
    public List<Plot> plots() {
        return List.of(Plot.bars("echo", "Echo: 100 clients, one message in flight each",
                Plot.linear("echoes", "1/s"), "echoes", List.of("floor", STEP, TWIN, Target.NAME)));
    }

    @Override
    public Set<Integer> steps() {
        return Set.of(1);
    }

    @Override
    public boolean measuresTarget() {
        return true;
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public int seconds(Session session) {
        return session.quick() ? 6 : 24;
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        try (Servers servers = session.servers()) {
            Duration warmUp = Duration.ofSeconds(session.quick() ? 1 : 3);
            Duration duration = session.measure(Duration.ofMillis(1_000), Duration.ofMillis(400));
            Rounds.run(session, name(), echoes(session, servers, results), session.rounds(3, 1),
                    echo -> measure(echo, warmUp, Duration.ofMillis(1)), echo -> record(echo, duration, results));
        }
        results.medianRatio(STEP, TWIN, "echoes")
                .ifPresent(share -> results.atLeast(PROMISED_SHARE, "of the Go twin's rate", share));
    }

    private static List<Room> echoes(Session session, Servers servers, Results results)
            throws IOException, InterruptedException {
        List<Room> all = new ArrayList<>(List.of(Room.of(servers.floor(Floor.Way.ECHO), true)));
        if (session.target().isPresent()) {
            all.add(Room.untried(session.target().get()));
            return all;
        }
        all.add(Room.of(servers.step(STEP), true));
        servers.goTwin(TWIN).ifPresentOrElse(twin -> all.add(Room.of(twin, true)),
                () -> results.note("No " + TWIN + ": this machine has no Go, or not its WebSocket library."));
        return all;
    }

    private static void record(Room echo, Duration duration, Results results) throws IOException {
        Duration cpuBefore = cpu(echo);
        EchoLoad.Sample sample = measure(echo, SETTLE, duration);
        double cpuMicros = cpu(echo).minus(cpuBefore).toNanos() / 1e3;
        results.add(echo.name(), "echoes", "1/s", sample.rate());
        results.add(echo.name(), "p50", "µs", sample.p50Micros());
        results.add(echo.name(), "p99", "µs", sample.p99Micros());
        if (echo.server().isPresent()) {
            results.add(echo.name(), "server CPU", "µs an echo", cpuMicros / sample.allEchoes());
        }
        results.add(echo.name(), "load client busy", "%", 100 * sample.clientBusy());
        if (sample.lost() + sample.wrong() > 0) {
            results.note(echo.name() + ": " + sample.lost() + " echoes lost, " + sample.wrong()
                    + " wrong. A room is no echo: it also answers with what others say.");
        }
    }

    private static Duration cpu(Room echo) {
        return echo.server().map(Server::cpu).orElse(Duration.ZERO);
    }

    private static EchoLoad.Sample measure(Room echo, Duration warmUp, Duration duration) throws IOException {
        try (EchoLoad load = new EchoLoad(echo.address(), _ -> echo.nextPath(), CLIENTS, MESSAGE_BYTES)) {
            load.warmUp(WARM_UP_ECHOES, warmUp);
            return load.measure(duration);
        }
    }
}
