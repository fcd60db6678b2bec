package lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Clients of one room: all of them listen, the first few also talk. A talker sends its next message when it hears one
/// of its own, or, in a room that does not tell the speaker, when the client after it does.
///
/// One deadline bounds all of a run's waits, and what has not come when the room has been silent for a while is lost.
final class FanOutLoad implements AutoCloseable, Swarm.Listener {
    private static final Duration BESIDE_TALK = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration CALL_AGAIN = Duration.ofMillis(100);
    private static final int TIME_BITS = 48; // three days of nanoseconds; above them the talker's number

    private final Swarm swarm;
    private final Room room;
    private final Talk talk;
    private final Duration silence;
    private final Deadline deadline;
    private final StampedText text;
    private final Ledger ledger;
    private final long began = System.nanoTime();
    private final Histogram nanos = new Histogram(60_000_000_000L, 3);
    private @Nullable Timeline timeline;
    private long lastHeard;
    private long countFrom;
    private boolean talking;
    private boolean measuring;

    /// One measurement from connecting to leaving, begun when nothing of the one before is left.
    static Sample measure(Room room, Talk talk, Duration warmUp, Duration duration)
            throws IOException, InterruptedException {
        room.awaitRest();
        try (FanOutLoad load = new FanOutLoad(room, talk, warmUp.plus(duration))) {
            load.awaitEveryone();
            load.warmUp(warmUp);
            return load.measure(duration);
        }
    }

    /// Connects everyone.
    ///
    /// @param talkTime how long the talk will take; the deadline allows for it
    /// @throws IOException not all clients got in
    FanOutLoad(Room room, Talk talk, Duration talkTime) throws IOException {
        this(room, talk, Deadline.in(talkTime.plus(BESIDE_TALK)), SILENCE);
    }

    /// @param silence after which what is missing is lost
    FanOutLoad(Room room, Talk talk, Deadline deadline, Duration silence) throws IOException {
        this.room = room;
        this.talk = talk;
        this.deadline = deadline;
        this.silence = silence;
        text = new StampedText(talk.textBytes());
        ledger = new Ledger(talk.clients(), room.tellsSpeaker());
        swarm = Swarm.connected(talk.clients(), deadline, room.address(), _ -> room.nextPath(), this);
    }

    /// Whoever got in joins the room a little later. Somebody calls until everyone else has heard it, and what was said
    /// until then does not count.
    ///
    /// @throws IOException after the deadline somebody has still heard nothing
    void awaitEveryone() throws IOException {
        while (ledger.deaf() > 0) {
            if (deadline.isOver()) {
                throw new IOException(ledger.deaf() + " of " + talk.clients() + " clients hear nothing");
            }
            say(0, System.nanoTime());
            swarm.runWhile(() -> ledger.deaf() > 0, CALL_AGAIN);
        }
        countFrom = System.nanoTime() - began;
        ledger.clear();
    }

    /// Starts the talk, and lets it run for a while without measuring.
    void warmUp(Duration duration) throws IOException {
        talking = true;
        for (int talker = 0; talker < talk.talkers(); talker++) {
            for (int i = 0; i < talk.inFlight(); i++) {
                say(talker, System.nanoTime());
            }
        }
        run(duration);
    }

    /// From now on every delay is entered here too.
    void enterInto(Timeline newTimeline) {
        timeline = newTimeline;
        newTimeline.start();
    }

    /// Lets the talk run on.
    void run(Duration duration) throws IOException {
        swarm.run(duration);
    }

    /// Counts for a while, then ends the talk.
    Sample measure(Duration duration) throws IOException {
        nanos.reset();
        measuring = true;
        Stopwatch watch = new Stopwatch();
        run(duration);
        double seconds = watch.seconds();
        double busy = watch.busy();
        measuring = false;
        return new Sample(nanos.getTotalCount() / seconds, nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6, end(), new TreeMap<>(swarm.endings()), busy);
    }

    /// Stops the talk and waits for its last words, but not for ever.
    ///
    /// @return how many deliveries never came
    long end() throws IOException {
        talking = false;
        lastHeard = System.nanoTime();
        swarm.runWhile(() -> ledger.missing() > 0 && System.nanoTime() - lastHeard < silence.toNanos(),
                deadline.left());
        return ledger.lost();
    }

    /// Notices and heartbeats carry no stamp: they are not talk.
    @Override
    public void onMessage(Client client, ByteBuffer payload) throws IOException {
        long stamp = StampedText.stampIn(payload);
        if (stamp < 0) {
            return;
        }
        long saidAt = stamp & ((1L << TIME_BITS) - 1);
        if (saidAt >= countFrom) {
            ledger.heard(client.number());
        }
        lastHeard = System.nanoTime();
        long delay = lastHeard - began - saidAt;
        if (measuring) {
            nanos.recordValue(Math.min(delay, nanos.getHighestTrackableValue()));
        }
        if (timeline != null) {
            timeline.record(began + saidAt, delay);
        }
        int talker = (int) (stamp >>> TIME_BITS);
        if (talking && client.number() == witness(talker)) {
            say(talker, lastHeard);
        }
    }

    @Override
    public void close() throws IOException {
        swarm.close();
    }

    private int witness(int talker) {
        return room.tellsSpeaker() ? talker : (talker + 1) % talk.clients();
    }

    private void say(int talker, long now) throws IOException {
        Client speaker = swarm.clients().get(talker);
        if (speaker.isAlive()) {
            ledger.said(talker);
            speaker.send(text.with((long) talker << TIME_BITS | now - began));
        }
    }
}
