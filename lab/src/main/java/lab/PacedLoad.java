package lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.IntFunction;

/// Clients that each say something at fixed times, whatever comes back or does not. So a server that keeps them waiting
/// is asked as often as one that does not.
///
/// Whatever is heard of it counts, by whomever: in an echo each message is heard once, in a room by everyone.
final class PacedLoad implements AutoCloseable, Swarm.Listener {
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(20);

    private final Swarm swarm;
    private final StampedText text;
    private final long everyNanos;
    private final Delays delays;
    private final long began = System.nanoTime();
    private long ticks;
    private long countFrom;
    private long said;
    private long heard;

    /// What an experiment does with a message that was heard.
    interface Delays {
        /// @param client who heard it, by its number from 0
        /// @param saidAt on the clock of [System#nanoTime]
        void record(int client, long saidAt, long nanos);
    }

    /// @param every so often each client says something; their turns are spread evenly
    /// @param textBytes of each message, at least 17
    record Pace(int clients, Duration every, int textBytes) {}

    /// Connects everyone.
    ///
    /// @throws IOException not all clients got in
    PacedLoad(InetSocketAddress server, IntFunction<String> path, Pace pace, Delays delays) throws IOException {
        this.delays = delays;
        everyNanos = pace.every.toNanos() / pace.clients;
        text = new StampedText(pace.textBytes);
        swarm = Swarm.connected(pace.clients, Deadline.in(CONNECT_DEADLINE), server, path, this);
    }

    /// Lets everyone talk and listen for a while.
    void run(Duration duration) throws IOException {
        ticks = Math.max(ticks, (System.nanoTime() - began) / everyNanos); // pauses are not made up for
        swarm.runWhile(this::sayWhatIsDue, duration);
    }

    /// From now on it counts: whoever has got in joins the room a little later.
    void count() {
        countFrom = System.nanoTime() - began;
        said = 0;
        heard = 0;
    }

    /// Lets everyone listen until each message was heard so often, but not longer than this.
    void listen(int each, Duration atMost) throws IOException {
        swarm.runWhile(() -> heard < said * each, atMost);
    }

    /// Messages said so far, of those that count.
    long said() {
        return said;
    }

    /// How often one of them was heard so far.
    long heard() {
        return heard;
    }

    int open() {
        return swarm.open();
    }

    private boolean sayWhatIsDue() {
        for (long now = System.nanoTime(); began + ticks * everyNanos <= now; ticks++) {
            Client speaker = swarm.clients().get((int) (ticks % swarm.clients().size()));
            if (speaker.isAlive()) {
                say(speaker);
            }
        }
        return true;
    }

    private void say(Client speaker) {
        try {
            speaker.send(text.with(System.nanoTime() - began));
            said++;
        } catch (IOException broken) {
            speaker.end(broken.toString());
        }
    }

    @Override
    public void onMessage(Client client, ByteBuffer payload) {
        long saidAt = StampedText.stampIn(payload);
        if (saidAt >= countFrom) {
            heard++;
            delays.record(client.number(), began + saidAt, System.nanoTime() - began - saidAt);
        }
    }

    @Override
    public void close() throws IOException {
        swarm.close();
    }
}
