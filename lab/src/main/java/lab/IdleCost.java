package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a socket costs that nobody uses, in resident memory of the server's process, from none to 10,000 of them.
///
/// Steps 3 and 4 tell everyone of every newcomer: 5,000 who join are 12.5 million notices, 10,000 would be 50. So these
/// two stop at 5,000. A quick run stops at 1,000, and leaves Go out. A step gives back the heap of such a rush by itself
/// within a minute; to save the time, it is asked to do so at once, each time before its memory is read.
final class IdleCost implements Experiment {
    private static final List<Integer> SIZES = List.of(1_000, 2_500, 5_000, 10_000);
    private static final List<String> SERVERS = List.of("step1-echo", "step2-broadcast-lock", "step3-hub-channels",
            "step4-connection-wrapper", "go-step1");
    private static final Map<String, Double> PROMISED_KIB = Map.of("step1-echo", 14.0, "step3-hub-channels", 20.0,
            "step4-connection-wrapper", 32.0);
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(30);
    private static final int MOST_LOOKS = 8;
    private static final double STILL_SHRINKS = 0.98;
    private static final Duration QUIET = Duration.ofMillis(200);

    /// How a server is asked to give back what it does not use.
    private interface GivingBack {
        void now() throws IOException;
    }

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String question() {
        return "How much of the server's memory does a socket cost that nobody uses?";
    }

    @Override
    public String prediction() {
        return "Step 1 has no thread for a client, step 3 has one virtual thread for each, step 4 has two. A thread of the"
                + " operating system reserves a stack of 1 MiB. One idle client of step 4 costs about **A.** 4 MiB,"
                + " **B.** 400 KiB, **C.** less than 40 KiB.";
    }

    @Override
    public String seen() {
        return "An idle socket costs {step1-echo / memory a socket} KiB in step 1,"
                + " {step3-hub-channels / memory a socket} KiB in step 3 and"
                + " {step4-connection-wrapper / memory a socket} KiB in step 4, each asked to give back at once what the"
                + " rush of newcomers has left. A step does so by itself after half a quiet minute.";
    }

    @Override
    public List<Plot> plots() {
        return List.of(Plot.lines("idle", "Idle clients: memory of the server's process",
                Plot.linear("clients", ""), Plot.linear("resident memory", "MiB"), "resident memory", SERVERS));
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public int seconds(Session session) {
        return session.quick() ? 10 : 65;
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        int rounds = session.rounds(1, 1);
        int part = 0;
        for (int round = 1; round <= rounds; round++) {
            for (String name : SERVERS) {
                if (session.wants(name.replace("go-", "")) && !(session.quick() && name.startsWith("go-"))) {
                    session.say("idle: round " + round + " of " + rounds + ", " + name);
                    measure(session, name, results);
                }
                session.done(++part, rounds * SERVERS.size());
            }
        }
        if (results.series().isEmpty()) {
            results.note("No memory is measured here: this system has no /proc.");
        }
        if (!session.quick()) { // the promise is for 5,000
            PROMISED_KIB.forEach((step, promised) -> results.median(step, "memory a socket")
                    .ifPresent(each -> results.atMost(promised, "KiB a socket of " + step, each)));
        }
    }

    private static void measure(Session session, String name, Results results)
            throws IOException, InterruptedException {
        try (Servers servers = session.servers()) {
            Optional<Server> server = name.startsWith("go-") ? servers.goTwin(name)
                    : Optional.of(servers.step(name));
            if (server.isEmpty()) {
                results.note("No " + name + ": this machine has no Go, or not its WebSocket library.");
            } else if (name.startsWith("go-")) {
                grow(server.get(), largest(session, name), () -> {}, results);
            } else {
                try (Heap heap = new Heap(server.get())) {
                    grow(server.get(), largest(session, name), heap::giveBack, results);
                }
            }
        }
    }

    private static int largest(Session session, String name) {
        boolean announcesJoins = name.startsWith("step3") || name.startsWith("step4");
        return session.quick() ? 1_000 : announcesJoins ? 5_000 : 10_000;
    }

    private static void grow(Server server, int largest, GivingBack collect, Results results)
            throws IOException, InterruptedException {
        try (Swarm swarm = new Swarm(server.address(), n -> "/ws?name=c" + n, (client, payload) -> {})) {
            OptionalLong empty = atRest(server, swarm, collect);
            record(server, 0, empty, results);
            for (int size : SIZES.stream().filter(size -> size <= largest).toList()) {
                swarm.connect(size - swarm.open(), CONNECT_DEADLINE);
                awaitQuiet(swarm);
                if (swarm.open() < size) {
                    results.note(server.name() + ": " + swarm.open() + " of " + size + " are in: " + swarm.endings());
                }
                OptionalLong full = atRest(server, swarm, collect);
                record(server, swarm.open(), full, results);
                if (size == largest && full.isPresent() && empty.isPresent() && swarm.open() > 0) {
                    double each = (full.getAsLong() - empty.getAsLong()) / 1024.0 / swarm.open();
                    results.add(server.name(), "memory a socket", "KiB", each);
                    results.add(server.name(), "sockets", "", swarm.open());
                }
            }
        }
    }

    /// A heap that has shrunk is given back bit by bit: look until there is no more to come.
    private static OptionalLong atRest(Server server, Swarm swarm, GivingBack collect) throws IOException {
        OptionalLong least = OptionalLong.empty();
        for (int look = 0; look < MOST_LOOKS; look++) {
            collect.now();
            swarm.run(QUIET);
            OptionalLong now = server.residentBytes();
            if (look > 1 && now.orElse(0) > least.orElse(0) * STILL_SHRINKS) {
                return now;
            }
            least = now;
        }
        return least;
    }

    private static void record(Server server, int clients, OptionalLong bytes, Results results) {
        bytes.ifPresent(
                some -> results.point(server.name(), "resident memory", "MiB", clients, some / 1048576.0));
    }

    /// A room tells everyone of every newcomer. When hardly more is heard than a heartbeat of each, that is over.
    private static void awaitQuiet(Swarm swarm) throws IOException {
        Deadline deadline = Deadline.in(CONNECT_DEADLINE);
        for (int quiet = 0; quiet < 2 && !deadline.isOver();) {
            long before = swarm.messages();
            swarm.run(QUIET);
            quiet = swarm.messages() - before > swarm.open() ? 0 : quiet + 1;
        }
    }
}
