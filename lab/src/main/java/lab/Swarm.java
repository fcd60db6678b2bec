package lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Many clients on one non-blocking loop. The loop is the caller's thread: nothing happens between calls of
/// [#connect] and [#runWhile], so experiments need neither locks nor waiting.
final class Swarm implements AutoCloseable {
    /// More than this at once would only fill the server's accept queue.
    private static final int HANDSHAKES_AT_ONCE = 64;
    private static final long LONGEST_SELECT_MILLIS = 1; // who says things at fixed times is not much late

    private final InetSocketAddress server;
    private final IntFunction<String> path;
    private final Listener listener;
    private final Selector selector = Selector.open();
    private final Consumer<SelectionKey> onReady = this::onReady;
    private final ByteBuffer shared = ByteBuffer.allocateDirect(Endpoint.READ_BUFFER);
    private final List<Client> clients = new ArrayList<>();
    private final Map<String, Integer> endings = new TreeMap<>();
    private int handshakes;
    private int open;
    private long frames;
    private long messages;

    /// What an experiment does with a message.
    interface Listener {
        /// One data frame has arrived.
        ///
        /// @param payload valid only during the call
        void onMessage(Client client, ByteBuffer payload) throws IOException;
    }

    /// @param path the request target of each client, by its number from 0
    Swarm(InetSocketAddress server, IntFunction<String> path, Listener listener) throws IOException {
        this.server = server;
        this.path = path;
        this.listener = listener;
    }

    /// A swarm with so many open sockets.
    ///
    /// @throws IOException not all of them got in before the deadline, and why
    static Swarm connected(int count, Deadline deadline, InetSocketAddress server, IntFunction<String> path,
            Listener listener) throws IOException {
        Swarm swarm = new Swarm(server, path, listener);
        if (swarm.connect(count, deadline.left()) < count) {
            String outcome = swarm.open + " of " + count + " clients got in: " + swarm.endings;
            swarm.close();
            throw new IOException(outcome);
        }
        return swarm;
    }

    /// Opens as many sockets as it can before the deadline.
    ///
    /// @return how many are open now
    int connect(int count, Duration deadline) throws IOException {
        int[] left = {count};
        runWhile(() -> {
            for (; left[0] > 0 && handshakes < HANDSHAKES_AT_ONCE; left[0]--) {
                add();
            }
            return handshakes > 0;
        }, deadline);
        return open;
    }

    /// Runs the loop until the condition fails or the deadline is over.
    void runWhile(BooleanSupplier condition, Duration deadline) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        while (condition.getAsBoolean() && System.nanoTime() < end) {
            selector.select(onReady, LONGEST_SELECT_MILLIS);
        }
    }

    void run(Duration duration) throws IOException {
        runWhile(() -> true, duration);
    }

    List<Client> clients() {
        return clients;
    }

    int open() {
        return open;
    }

    /// Data frames received so far, and the messages they made up.
    long frames() {
        return frames;
    }

    long messages() {
        return messages;
    }

    /// Why sockets ended or failed to open, and how many each.
    Map<String, Integer> endings() {
        return endings;
    }

    /// Cuts every connection off.
    @Override
    public void close() throws IOException {
        clients.forEach(client -> client.end("we left"));
        selector.close();
    }

    void opened() {
        handshakes--;
        open++;
    }

    void received(Client client, int first, long length, ByteBuffer payload) throws IOException {
        frames++;
        if ((first & 0x80) != 0) {
            messages++;
        }
        listener.onMessage(client, payload);
    }

    void ended(Client client, boolean wasOpen, String why) {
        if (wasOpen) {
            open--;
        } else {
            handshakes--;
        }
        endings.merge(why, 1, Integer::sum);
    }

    private void add() {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            int number = clients.size();
            String host = server.getHostString() + ":" + server.getPort();
            Client client = new Client(this, key, number, Wire.upgradeRequest(host, path.apply(number)));
            clients.add(client);
            handshakes++;
            client.connect(server);
        } catch (IOException noChannel) {
            endings.merge(noChannel.toString(), 1, Integer::sum);
        }
    }

    private void onReady(SelectionKey key) {
        Client client = (Client) key.attachment();
        if (key.isConnectable()) {
            client.onConnectable();
        } else {
            client.onReady(shared);
        }
    }
}
