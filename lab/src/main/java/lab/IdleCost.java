package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/// What a socket costs that nobody uses, in memory of the server's process.
final class IdleCost implements Experiment {
    private static final Map<String, Double> PROMISED_KIB = Map.of("step1-echo", 14.0, "step3-hub-channels", 20.0);
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
                for (Room room : Room.steps(servers)) {
                    measure(room.server(), session.idleClients(), results);
                }
            }
            try (Servers servers = session.servers()) {
                var twin = servers.goTwin("step1");
                if (twin.isPresent()) {
                    measure(twin.get(), session.idleClients(), results);
                }
            }
        }
        if (results.series().isEmpty()) {
            results.note("no memory is measured here: this system has no /proc");
        }
        PROMISED_KIB.forEach((step, promised) -> results.median(step, "memory a socket")
                .ifPresent(each -> results.atMost(promised, "KiB a socket of " + step, each)));
    }

    private static void measure(Server server, int clients, Results results) throws IOException, InterruptedException {
        Thread.sleep(SETTLE);
        OptionalLong before = server.residentBytes();
        try (Swarm swarm = new Swarm(server.address(), n -> "/ws?name=c" + n, (client, payload) -> {})) {
            int open = swarm.connect(clients, CONNECT_DEADLINE);
            for (long heard = -1; heard != swarm.messages();) { // a room tells everyone of every newcomer
                heard = swarm.messages();
                swarm.run(SETTLE);
            }
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
