package lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/// Clients of one room: all of them listen, the first few also talk. A talker keeps so many messages in flight, and
/// sends the next one when it hears one of its own, or, in a room that does not tell the speaker, when the client
/// after it does.
final class FanOutLoad implements AutoCloseable, Swarm.Listener {
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(30);
    private static final Duration LAST_WORD_DEADLINE = Duration.ofSeconds(20);
    private static final Duration CALL_AGAIN = Duration.ofMillis(100);
    private static final AtomicInteger NAMES = new AtomicInteger(); // who just left may still be in the room
    private static final int TIME_BITS = 48; // three days of nanoseconds; above them the talker's number

    private final Swarm swarm;
    private final Talk talk;
    private final boolean tellsSpeaker;
    private final Duration lastWordDeadline;
    private final StampedText text;
    private final long began = System.nanoTime();
    private final Histogram nanos = new Histogram(60_000_000_000L, 3);
    private final long[] saidBy;
    private final long[] heardBy;
    private long said;
    private long heard;
    private long countFrom;
    private boolean talking;
    private boolean measuring;

    /// Who talks how much.
    ///
    /// @param clients   in the room
    /// @param talkers   of them
    /// @param inFlight  messages of each talker
    /// @param textBytes of each message, at least 17
    record Talk(int clients, int talkers, int inFlight, int textBytes) {}

    /// What one measurement found.
    ///
    /// @param rate    deliveries a second
    /// @param lost    deliveries that never came, from the warm-up on
    /// @param endings of clients the server has cut off: how many for each reason
    record Sample(double rate, double p50Millis, double p99Millis, int lost, Map<String, Integer> endings) {
        int dropped() {
            return endings.values().stream().mapToInt(count -> count).sum();
        }
    }

    /// One measurement from connecting to leaving, begun when nothing of the one before is left.
    static Sample measure(Room room, Talk talk, Duration warmUp, Duration duration)
            throws IOException, InterruptedException {
        room.server().awaitRest();
        try (FanOutLoad load = new FanOutLoad(room.server().address(), room.tellsSpeaker(), talk)) {
            load.awaitEveryone(CONNECT_DEADLINE);
            load.warmUp(warmUp);
            return load.measure(duration);
        }
    }

    /// Connects everyone, as `/ws?name=c0`, `/ws?name=c1` and so on; no name is used twice.
    ///
    /// @param tellsSpeaker whether a talker hears itself in this room
    /// @throws IOException not all clients got in
    FanOutLoad(InetSocketAddress server, boolean tellsSpeaker, Talk talk) throws IOException {
        this(server, tellsSpeaker, talk, LAST_WORD_DEADLINE);
    }

    /// @param lastWordDeadline how long the last words may take when the talk is over; what is later is lost
    FanOutLoad(InetSocketAddress server, boolean tellsSpeaker, Talk talk, Duration lastWordDeadline)
            throws IOException {
        this.lastWordDeadline = lastWordDeadline;
        this.talk = talk;
        this.tellsSpeaker = tellsSpeaker;
        int first = NAMES.getAndAdd(talk.clients);
        swarm = new Swarm(server, n -> "/ws?name=c" + (first + n), this);
        text = new StampedText(talk.textBytes);
        saidBy = new long[talk.clients];
        heardBy = new long[talk.clients];
        if (swarm.connect(talk.clients, CONNECT_DEADLINE) < talk.clients) {
            swarm.close();
            throw new IOException(swarm.open() + " of " + talk.clients + " clients got in: " + swarm.endings());
        }
    }

    /// Whoever got in joins the room a little later. Somebody calls until everyone else has heard it, and what was said
    /// until then does not count.
    ///
    /// @throws IOException after the deadline somebody has still heard nothing
    void awaitEveryone(Duration deadline) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        while (Arrays.stream(heardBy).skip(1).anyMatch(count -> count == 0)) {
            if (System.nanoTime() > end) {
                throw new IOException(Arrays.stream(heardBy).filter(count -> count == 0).count() + " of "
                        + talk.clients + " clients hear nothing");
            }
            say(0, System.nanoTime());
            swarm.run(CALL_AGAIN);
        }
        countFrom = System.nanoTime() - began;
        said = 0;
        heard = 0;
        Arrays.fill(saidBy, 0);
        Arrays.fill(heardBy, 0);
    }

    /// Starts the talk, and lets it run for a while without measuring.
    void warmUp(Duration duration) throws IOException {
        talking = true;
        for (int talker = 0; talker < talk.talkers; talker++) {
            for (int i = 0; i < talk.inFlight; i++) {
                say(talker, System.nanoTime());
            }
        }
        swarm.run(duration);
    }

    /// Counts for a while, then stops the talk and waits for its last words, but not for ever.
    Sample measure(Duration duration) throws IOException {
        nanos.reset();
        measuring = true;
        long start = System.nanoTime();
        swarm.run(duration);
        double seconds = (System.nanoTime() - start) / 1e9;
        measuring = false;
        talking = false;
        long due = said * (tellsSpeaker ? talk.clients : talk.clients - 1);
        swarm.runWhile(() -> heard < due, lastWordDeadline);
        return new Sample(nanos.getTotalCount() / seconds, nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6, Math.toIntExact(lost()), new TreeMap<>(swarm.endings()));
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
            heard++;
            heardBy[client.number()]++;
        }
        long now = System.nanoTime();
        if (measuring) {
            nanos.recordValue(Math.min(now - began - saidAt, nanos.getHighestTrackableValue()));
        }
        int talker = (int) (stamp >>> TIME_BITS);
        if (talking && client.number() == witness(talker)) {
            say(talker, now);
        }
    }

    @Override
    public void close() throws IOException {
        swarm.close();
    }

    private int witness(int talker) {
        return tellsSpeaker ? talker : (talker + 1) % talk.clients;
    }

    private void say(int talker, long now) throws IOException {
        said++;
        saidBy[talker]++;
        swarm.clients().get(talker).send(text.with((long) talker << TIME_BITS | now - began));
    }

    private long lost() {
        long lost = 0;
        for (int client = 0; client < talk.clients; client++) {
            lost += Math.max(0, said - (tellsSpeaker ? 0 : saidBy[client]) - heardBy[client]);
        }
        return lost;
    }
}
