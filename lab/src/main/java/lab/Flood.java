package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// One client sends as fast as it can: how late everybody else hears what the others say, before it, meanwhile and
/// after it. The others say the same amount all the time, however late it arrives.
final class Flood implements Experiment {
    private static final PacedLoad.Pace OTHERS = new PacedLoad.Pace(20, Duration.ofMillis(100), 64);
    private static final String FLOODED = ", flooded";
    private static final Talk WARM_UP_TALK = new Talk(50, 50, 4, 64);

    private static final Duration SETTLE = Duration.ofMillis(500);
    private static final Duration BIN = Duration.ofMillis(250);
    private static final int BEGINS_AT = 2; // bins
    private static final int ENDS_AT = 10;
    private static final int BINS = 12;
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String question() {
        return "One client sends as fast as it can: how late do the others hear each other?";
    }

    @Override
    public String prediction() {
        return "20 clients talk a little; one more sends as fast as its socket takes it, for two seconds. In which step do"
                + " the 20 hear each other seconds late? **A.** In step 2, where nothing bounds a queue. **B.** In step 3,"
                + " where everything waits in one inbox. **C.** In none of them.";
    }

    @Override
    public String seen() {
        return "In none of them, as long as the readers keep up. While it floods, one in a hundred messages of the others is later than"
                + " {step2-broadcast-lock, flooded / p99} ms in step 2, {step3-hub-channels, flooded / p99} ms in step 3 and"
                + " {step4-connection-wrapper, flooded / p99} ms in step 4. All read in turns; step 2 reads whatever comes,"
                + " steps 3 and 4 stop reading who sends faster than the room can tell it.";
    }

    @Override
    public List<Plot> plots() {
        return List.of(Plot.overTime("flood", "One client floods the room: what the others feel",
                Plot.log("p99", "ms"), "p99 over time",
                Room.STEPS_OR_TARGET,
                new Plot.Mark(second(BEGINS_AT), "the flood begins"), new Plot.Mark(second(ENDS_AT), "it ends")));
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
    public boolean isQuick() {
        return false;
    }

    @Override
    public int seconds(Session session) {
        return session.quick() ? 14 : 32;
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        try (Servers servers = session.servers()) {
            Duration warmUp = Duration.ofSeconds(session.quick() ? 0 : 2);
            Rounds.run(session, name(), Room.chosen(session, servers), session.rounds(2, 1),
                    room -> FanOutLoad.measure(room, WARM_UP_TALK, warmUp, Duration.ofMillis(1)),
                    room -> measure(room, results));
        }
    }

    private static void measure(Room room, Results results) throws IOException, InterruptedException {
        room.awaitRest();
        Timeline timeline = new Timeline(BIN.multipliedBy(BINS), BIN);
        try (PacedLoad others = new PacedLoad(room.address(), _ -> room.nextPath(), OTHERS,
                (_, saidAt, nanos) -> timeline.record(saidAt, nanos));
                Flooder flooder = new Flooder(room.address(), room.nextPath())) {
            others.run(SETTLE);
            others.count();
            timeline.start();
            others.run(BIN.multipliedBy(BEGINS_AT));
            flooder.flood();
            others.run(BIN.multipliedBy(ENDS_AT - BEGINS_AT));
            long flood = flooder.stop();
            others.run(BIN.multipliedBy(BINS - ENDS_AT));
            int each = room.tellsSpeaker() ? OTHERS.clients() : OTHERS.clients() - 1;
            others.listen(each, LAST_WORDS);

            timeline.plot(results, room.name(), "p99 over time", 99);
            results.add(room.name(), "p99", "ms", timeline.percentile(0, BEGINS_AT, 99));
            results.add(room.name() + FLOODED, "p99", "ms", timeline.percentile(BEGINS_AT, ENDS_AT, 99));
            results.add(room.name() + FLOODED, "flood", "1/s", flood / (second(ENDS_AT) - second(BEGINS_AT)));
            results.add(room.name() + FLOODED, "not heard", "",
                    (double) (others.said() * each - others.heard()));
            results.add(room.name() + FLOODED, "dropped", "clients", OTHERS.clients() - others.open());
        }
    }

    private static double second(int bin) {
        return BIN.multipliedBy(bin).toMillis() / 1e3;
    }
}
