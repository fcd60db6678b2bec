package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// One client joins and never reads: what the others notice, what it costs the server, and how it ends.
final class StalledReader implements Experiment {
    private static final FanOutLoad.Talk CHAT = new FanOutLoad.Talk(50, 50, 4, 64);
    private static final String ONE_STALLS = ", one stalls";

    private static final String PROMISING = "step3-hub-channels";
    private static final double PROMISED_RATE_SHARE = 0.8;
    private static final double PROMISED_P99_SHARE = 1.2;
    private static final Duration SETTLE = Duration.ofMillis(500);

    @Override
    public String name() {
        return "stalled-reader";
    }

    @Override
    public String question() {
        return "50 clients chat, one more joins and never reads: what do the others notice, and what does it cost?";
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        try (Servers servers = session.servers()) {
            List<Room> rooms = Room.steps(servers);
            for (Room room : rooms) {
                session.say("stalled-reader: warming up " + room.name());
                FanOutLoad.measure(room, CHAT, session.warmUp(), Duration.ofMillis(1));
            }
            for (int round = 1; round <= session.rounds(); round++) {
                session.say("stalled-reader: round " + round + " of " + session.rounds());
                for (Room room : round % 2 == 1 ? rooms : rooms.reversed()) {
                    measure(room, session.measure(), results);
                }
            }
        }
        results.medianRatio(PROMISING + ONE_STALLS, PROMISING, "deliveries")
                .ifPresent(share -> results.atLeast(PROMISED_RATE_SHARE, "of the rate without it", share));
        results.medianRatio(PROMISING + ONE_STALLS, PROMISING, "p99")
                .ifPresent(share -> results.atMost(PROMISED_P99_SHARE, "times the p99 without it", share));
    }

    private static void measure(Room room, Duration duration, Results results)
            throws IOException, InterruptedException {
        record(room, room.name(), FanOutLoad.measure(room, CHAT, SETTLE, duration), results);
        room.server().awaitRest();
        try (StalledClient stalled = new StalledClient(room.server().address(),
                "/ws?name=stalled" + System.nanoTime())) {
            record(room, room.name() + ONE_STALLS, FanOutLoad.measure(room, CHAT, SETTLE, duration), results);
            results.note(room.name() + " and the one that stalls: " + stalled.howItEnded());
        }
    }

    private static void record(Room room, String row, FanOutLoad.Sample sample, Results results) throws IOException {
        results.add(row, "deliveries", "1/s", sample.rate());
        results.add(row, "p50", "ms", sample.p50Millis());
        results.add(row, "p99", "ms", sample.p99Millis());
        results.add(row, "lost", "", sample.lost());
        room.server().residentBytes()
                .ifPresent(bytes -> results.add(row, "server's memory", "MiB", bytes / 1048576.0));
    }
}
