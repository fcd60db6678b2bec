package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a socket costs that nobody uses, in memory of the server's process.
final class IdleCost implements Experiment {
    private static final double PROMISED_KIB = 14;
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(60);
    private static final Duration SETTLE = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String question() {
        return "5,000 sockets nobody uses: how much memory does each cost the server?";
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        int rounds = session.slowRounds();
        for (int round = 1; round <= rounds; round++) {
            session.say("idle: round " + round + " of " + rounds);
            try (Servers servers = session.servers()) {
                measure(servers.step("step1-echo"), session.idleClients(), results);
            }
            try (Servers servers = session.servers()) {
                var twin = servers.goTwin("step1");
                if (twin.isPresent()) {
                    measure(twin.get(), session.idleClients(), results);
                }
            }
        }
        OptionalDouble each = results.median("step1-echo", "memory a socket");
        if (each.isPresent()) {
            results.atMost(PROMISED_KIB, "KiB a socket", each.getAsDouble());
        } else {
            results.note("no memory is measured here: this system has no /proc");
        }
    }

    private static void measure(Server server, int clients, Results results) throws IOException, InterruptedException {
        Thread.sleep(SETTLE);
        OptionalLong before = server.residentBytes();
        try (Swarm swarm = new Swarm(server.address(), n -> "/ws", (client, payload) -> {})) {
            int open = swarm.connect(clients, CONNECT_DEADLINE);
            swarm.run(SETTLE);
            if (swarm.open() < clients) {
                results.note(server.name() + ": " + open + " got in, " + swarm.open() + " stayed " + swarm.endings());
            }
            OptionalLong after = server.residentBytes();
            if (before.isPresent() && after.isPresent() && swarm.open() > 0) {
                double kib = (after.getAsLong() - before.getAsLong()) / 1024.0;
                results.add(server.name(), "memory a socket", "KiB", kib / swarm.open());
                results.add(server.name(), "before", "MiB", before.getAsLong() / 1048576.0);
                results.add(server.name(), "after", "MiB", after.getAsLong() / 1048576.0);
            }
        }
    }
}
