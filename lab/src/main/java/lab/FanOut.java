package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Everyone hears what a few say, and then what everybody says: how often a second, how late, and whether all of it.
final class FanOut implements Experiment {
    static final FanOutLoad.Talk CROWD = new FanOutLoad.Talk(1_000, 8, 4, 64);
    private static final FanOutLoad.Talk BURST = new FanOutLoad.Talk(100, 100, 32, 64);

    private static final String PROMISING = "step3-hub-channels";
    private static final double PROMISED_RATIO = 2.5;
    private static final double PROMISED_P99_MILLIS = 150;
    private static final Duration SETTLE = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "fan-out";
    }

    @Override
    public String question() {
        return "1,000 clients hear what 8 of them say: how many deliveries a second, how late, and are any lost?";
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        try (Servers servers = session.servers()) {
            List<Room> rooms = new ArrayList<>();
            rooms.add(new Room(servers.floor(Floor.Way.FAN_OUT), true));
            rooms.add(new Room(servers.floor(Floor.Way.BATCHED), true));
            rooms.addAll(Room.steps(servers));
            for (Room room : rooms) {
                session.say("fan-out: warming up " + room.name());
                FanOutLoad.measure(room, CROWD, session.warmUp(), Duration.ofMillis(1));
            }
            for (int round = 1; round <= session.rounds(); round++) {
                session.say("fan-out: round " + round + " of " + session.rounds());
                for (Room room : round % 2 == 1 ? rooms : rooms.reversed()) {
                    record(room.name(), FanOutLoad.measure(room, CROWD, SETTLE, session.measure()), results);
                    FanOutLoad.Sample burst = FanOutLoad.measure(room, BURST, SETTLE, session.measure());
                    record(room.name() + ", 100 talk", burst, results);
                }
            }
        }
        judge(results);
    }

    private static void record(String row, FanOutLoad.Sample sample, Results results) {
        results.add(row, "deliveries", "1/s", sample.rate());
        results.add(row, "p50", "ms", sample.p50Millis());
        results.add(row, "p99", "ms", sample.p99Millis());
        results.add(row, "lost", "", sample.lost());
        results.add(row, "dropped", "clients", sample.dropped());
        if (sample.dropped() > 0) {
            results.note(row + " dropped clients that read: " + sample.endings());
        }
    }

    private static void judge(Results results) {
        results.medianRatio(PROMISING, "floor", "deliveries")
                .ifPresent(ratio -> results.atLeast(PROMISED_RATIO, "times the floor's deliveries", ratio));
        results.atMost(PROMISED_P99_MILLIS, "ms p99", results.median(PROMISING, "p99").orElseThrow());
        for (String row : List.of(PROMISING, PROMISING + ", 100 talk")) {
            results.atMost(0, "deliveries lost by " + row, results.most(row, "lost").orElseThrow());
            results.atMost(0, "clients dropped by " + row, results.most(row, "dropped").orElseThrow());
        }
    }
}
