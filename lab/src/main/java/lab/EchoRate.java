package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Step 1's echo against its Go twin's, with the floor beside them.
final class EchoRate implements Experiment {
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
    public void run(Session session, Results results) throws IOException, InterruptedException {
        try (Servers servers = session.servers()) {
            List<Server> all = new ArrayList<>(List.of(servers.floor(Floor.Way.ECHO), servers.step("step1-echo")));
            servers.goTwin("step1").ifPresentOrElse(all::add, () -> results.note("no Go here, so no Go twin"));
            for (Server server : all) {
                session.say("echo: warming up " + server.name());
                measure(server, session.warmUp(), Duration.ofMillis(1));
            }
            for (int round = 1; round <= session.rounds(); round++) {
                session.say("echo: round " + round + " of " + session.rounds());
                for (Server server : round % 2 == 1 ? all : all.reversed()) {
                    record(server, session.measure(), results);
                }
            }
        }
        results.medianRatio("step1-echo", "go-step1", "echoes")
                .ifPresent(share -> results.atLeast(PROMISED_SHARE, "of the Go twin's rate", share));
    }

    private static void record(Server server, Duration duration, Results results) throws IOException {
        Duration cpuBefore = server.cpu();
        EchoLoad.Sample sample = measure(server, SETTLE, duration);
        double cpuMicros = server.cpu().minus(cpuBefore).toNanos() / 1e3;
        results.add(server.name(), "echoes", "1/s", sample.rate());
        results.add(server.name(), "p50", "µs", sample.p50Micros());
        results.add(server.name(), "p99", "µs", sample.p99Micros());
        results.add(server.name(), "server CPU", "µs an echo", cpuMicros / sample.allEchoes());
        results.add(server.name(), "load client busy", "%", 100 * sample.clientBusy());
        if (sample.lost() + sample.wrong() > 0) {
            results.note(server.name() + ": " + sample.lost() + " echoes lost, " + sample.wrong() + " wrong");
        }
    }

    private static EchoLoad.Sample measure(Server server, Duration warmUp, Duration duration) throws IOException {
        try (EchoLoad load = new EchoLoad(server.address(), CLIENTS, MESSAGE_BYTES)) {
            load.warmUp(WARM_UP_ECHOES, warmUp);
            return load.measure(duration);
        }
    }
}
