package lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/// Clients that send a message, wait for its echo, and send the next one.
final class EchoLoad implements AutoCloseable, Swarm.Listener {
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(30);
    private static final Duration LAST_ECHO_DEADLINE = Duration.ofSeconds(2);

    private final Swarm swarm;
    private final StampedText text;
    private final Histogram nanos = new Histogram(60_000_000_000L, 3);
    private boolean sending;
    private boolean measuring;
    private long inFlight;
    private long wrong;

    /// What one measurement found.
    ///
    /// @param rate echoes a second
    /// @param allEchoes the warm-up's included
    /// @param lost echoes that never came
    /// @param wrong echoes that were not what had been sent
    /// @param clientBusy the share of the time in which this program itself was computing, 1 for all of it
    record Sample(double rate, double p50Micros, double p99Micros, long allEchoes, long lost, long wrong,
            double clientBusy) {}

    /// @param path the request target of each client, by its number from 0
    /// @param length of each text in bytes, at least 17
    /// @throws IOException not all clients got in
    EchoLoad(InetSocketAddress server, IntFunction<String> path, int clients, int length) throws IOException {
        text = new StampedText(length);
        swarm = Swarm.connected(clients, Deadline.in(CONNECT_DEADLINE), server, path, this);
    }

    /// Starts the conversation, and runs it without measuring until there were so many echoes or the time is over.
    void warmUp(long echoes, Duration deadline) throws IOException {
        sending = true;
        for (Client client : swarm.clients()) {
            send(client, System.nanoTime());
        }
        swarm.runWhile(() -> swarm.messages() < echoes, deadline);
    }

    /// Counts for a while, then stops and waits for the last echoes, but not for ever.
    Sample measure(Duration duration) throws IOException {
        nanos.reset();
        measuring = true;
        Stopwatch watch = new Stopwatch();
        swarm.run(duration);
        double seconds = watch.seconds();
        double busy = watch.busy();
        measuring = false;
        sending = false;
        swarm.runWhile(() -> inFlight > 0, LAST_ECHO_DEADLINE);
        return new Sample(nanos.getTotalCount() / seconds, nanos.getValueAtPercentile(50) / 1e3,
                nanos.getValueAtPercentile(99) / 1e3, swarm.messages(), inFlight, wrong, busy);
    }

    @Override
    public void onMessage(Client client, ByteBuffer payload) throws IOException {
        if (StampedText.stampIn(payload) != client.stamp) {
            wrong++;
            return;
        }
        inFlight--;
        long now = System.nanoTime();
        if (measuring) {
            nanos.recordValue(Math.min(now - client.stamp, nanos.getHighestTrackableValue()));
        }
        if (sending) {
            send(client, now);
        }
    }

    @Override
    public void close() throws IOException {
        swarm.close();
    }

    private void send(Client client, long now) throws IOException {
        client.stamp = now;
        inFlight++;
        client.send(text.with(now));
    }
}
