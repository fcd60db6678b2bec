package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everyone hears what a few say: how often a second, how late, and whether all of it, from one client to a thousand.
///
/// As few as 8 talk (see [Talk#in]). And once, after the warm-up, 100 clients all talk with 32 messages in flight: a
/// burst that must not cost anybody who reads a message, or its place. The Go twins are measured once, and a quick run
/// leaves them out.
final class FanOut implements Experiment {
    private static final List<Integer> SIZES = List.of(1, 10, 100, 1_000);
    private static final List<Integer> QUICK_SIZES = List.of(10, 1_000);
    private static final int CROWD = 1_000;
    private static final Talk BURST = new Talk(100, 100, 32, 64);
    private static final String ALL_TALK = ", 100 talk";

    private static final List<String> PROMISING = List.of("step3-hub-channels", "step4-connection-wrapper");
    private static final double PROMISED_RATIO = 2.5;
    private static final double PROMISED_P99_MILLIS = 150;

    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration SETTLE = Duration.ofMillis(100);
    private static final Duration CROWD_SETTLES = Duration.ofMillis(1500);
    /// Long enough that one stall of the machine is not one in a hundred of all deliveries.
    private static final Duration JUDGED = Duration.ofSeconds(3);
    private static final Duration BURST_LASTS = Duration.ofMillis(500);
    private static final Duration INSTANT = Duration.ofMillis(1);

    @Override
    public String name() {
        return "fan-out";
    }

    @Override
    public String question() {
        return "Everyone hears what 8 clients say: how many deliveries a second, how late, and are any lost?";
    }

    @Override
    public String prediction() {
        return "The floor is a bare thread that does nothing but one write for each message and receiver. With 1,000"
                + " clients, a room with a hub, queues and a thread for each client makes **A.** a third of its deliveries,"
                + " **B.** about as many, **C.** more than twice as many.";
    }

    @Override
    public String seen() {
        return "With 1,000 clients step 3 makes {step3-hub-channels / deliveries @ 1000} deliveries a second,"
                + " {step3-hub-channels / deliveries @ 1000 : floor} times the floor: several messages to one client leave"
                + " in one write. The batched floor shows what that alone can bring on this machine.";
    }

    @Override
    public List<Plot> plots() {
        List<String> servers = new ArrayList<>(List.of("floor", "floor-batched"));
        servers.addAll(Room.STEPS);
        servers.addAll(Room.TWINS);
        servers.add(Target.NAME);
        Plot.Axis clients = Plot.log("clients", "");
        return List.of(
                Plot.lines("fan-out", "Fan-out: 8 clients talk, everyone hears it", clients,
                        Plot.log("deliveries", "1/s"), "deliveries", servers),
                Plot.lines("fan-out-p99", "Fan-out: how late one in a hundred deliveries is", clients,
                        Plot.log("p99", "ms"), "p99", servers));
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
        return session.quick() ? 16 : 112;
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        try (Servers servers = session.servers()) {
            Rounds.run(session, name(), rooms(session, servers, results), session.rounds(3, 1),
                    room -> prepare(session, room, results), room -> measure(session, room, results));
            Ceiling.measure(session, servers, Talk.in(CROWD), results);
        }
        judge(results);
    }

    private static List<Room> rooms(Session session, Servers servers, Results results)
            throws IOException, InterruptedException {
        List<Room> rooms = new ArrayList<>();
        rooms.add(Room.of(servers.floor(Floor.Way.FAN_OUT), true));
        rooms.add(Room.of(servers.floor(Floor.Way.BATCHED), true));
        rooms.addAll(Room.chosen(session, servers));
        for (String twin : Room.TWINS) {
            if (!session.quick() && session.target().isEmpty() && session.wants(twin.replace("go-", ""))) {
                Optional<Server> server = servers.goTwin(twin);
                server.ifPresentOrElse(one -> rooms.add(Room.of(one, !twin.equals("go-step2"))),
                        () -> results.note("No " + twin + ": this machine has no Go, or not its WebSocket library."));
            }
        }
        return rooms;
    }

    /// The largest room first: the compiler sees the way that counts. A quick run does without.
    private static void prepare(Session session, Room room, Results results) throws IOException, InterruptedException {
        if (!session.quick() && !isTwin(room)) {
            boolean isFloor = room.name().startsWith("floor");
            FanOutLoad.measure(room, Talk.in(CROWD), isFloor ? CROWD_SETTLES : WARM_UP, INSTANT);
        }
        if (!session.quick() && PROMISING.contains(room.name())) {
            record(room.name() + ALL_TALK, FanOutLoad.measure(room, BURST, SETTLE, BURST_LASTS), results);
        }
    }

    private static boolean isTwin(Room room) {
        return Room.TWINS.contains(room.name());
    }

    private static void measure(Session session, Room room, Results results)
            throws IOException, InterruptedException {
        if (isTwin(room) && results.median(room.name(), "deliveries").isPresent()) {
            return; // once is enough for a comparison that nothing is promised about
        }
        Duration small = session.measure(Duration.ofMillis(300), Duration.ofMillis(300));
        Duration large = session.measure(PROMISING.contains(room.name()) ? JUDGED : Duration.ofMillis(1_200),
                Duration.ofMillis(600));
        for (int clients : session.quick() ? QUICK_SIZES : SIZES) {
            if (clients == 1 && !room.tellsSpeaker()) {
                continue; // nobody hears anything
            }
            boolean isCrowd = clients == CROWD;
            Sample sample = FanOutLoad.measure(room, Talk.in(clients), isCrowd ? CROWD_SETTLES : SETTLE,
                    isCrowd ? large : small);
            results.point(room.name(), "deliveries", "1/s", clients, sample.rate());
            results.point(room.name(), "p50", "ms", clients, sample.p50Millis());
            results.point(room.name(), "p99", "ms", clients, sample.p99Millis());
            if (isCrowd) {
                record(room.name(), sample, results);
            }
        }
    }

    private static void record(String row, Sample sample, Results results) {
        results.add(row, "deliveries", "1/s", sample.rate());
        results.add(row, "p50", "ms", sample.p50Millis());
        results.add(row, "p99", "ms", sample.p99Millis());
        results.add(row, "lost", "", (double) sample.lost());
        results.add(row, "dropped", "clients", sample.dropped());
        results.add(row, "load client busy", "%", 100 * sample.clientBusy());
        if (sample.dropped() > 0) {
            results.note(row + " dropped clients that read: " + sample.endings());
        }
    }

    private static void judge(Results results) {
        for (String step : PROMISING) {
            results.medianRatio(step, "floor", "deliveries").ifPresent(
                    ratio -> results.atLeast(PROMISED_RATIO, "times the floor's deliveries by " + step, ratio));
            results.median(step, "p99")
                    .ifPresent(p99 -> results.atMost(PROMISED_P99_MILLIS, "ms p99 of " + step, p99));
            for (String row : List.of(step, step + ALL_TALK)) {
                results.most(row, "lost").ifPresent(lost -> results.atMost(0, "deliveries lost by " + row, lost));
                results.most(row, "dropped")
                        .ifPresent(dropped -> results.atMost(0, "clients dropped by " + row, dropped));
            }
        }
    }
}
