package lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A client that has joined a server by a bare socket, and from then on neither reads nor answers nor hangs up; and a
/// second one, which hears what the server says about it.
final class Vanished implements AutoCloseable {
    private static final Duration JOIN_DEADLINE = Duration.ofSeconds(10);
    private static final String NAME = "cleo";

    private final Server server;
    private final Swarm witness;
    private final Socket socket = new Socket();
    private final long vanishedAt;
    private boolean told;
    private Optional<Duration> noticedAfter = Optional.empty();

    /// Joins and vanishes.
    Vanished(Server server) throws IOException {
        this.server = server;
        InetSocketAddress address = server.address();
        witness = Swarm.connected(1, Deadline.in(JOIN_DEADLINE), address, _ -> "/ws?name=bob",
                (_, payload) -> told |= isAbout(payload));
        socket.connect(address, (int) JOIN_DEADLINE.toMillis());
        socket.setSoTimeout((int) JOIN_DEADLINE.toMillis());
        socket.getOutputStream()
                .write(Wire.upgradeRequest("127.0.0.1:" + address.getPort(), "/ws?name=" + NAME).array());
        Wire.readHead(socket.getInputStream());
        vanishedAt = System.nanoTime();
    }

    String name() {
        return server.name();
    }

    boolean isNoticed() {
        return noticedAfter.isPresent();
    }

    /// Empty if the server has not noticed yet.
    Optional<Duration> noticedAfter() {
        return noticedAfter;
    }

    /// Listens for a while, and looks into the log.
    void look(Duration duration) throws IOException {
        witness.run(duration);
        if (noticedAfter.isEmpty() && (told || isEnded(server.log(), socket.getLocalPort()))) {
            noticedAfter = Optional.of(Duration.ofNanos(System.nanoTime() - vanishedAt));
        }
    }

    @Override
    public void close() throws IOException {
        witness.close();
        socket.close();
    }

    /// Whether a step's log says that the connection from this port has ended.
    static boolean isEnded(String log, int port) {
        return log.contains(":" + port + " disconnected: ");
    }

    /// The second one says nothing itself, so the word can only be the server's own.
    private static boolean isAbout(ByteBuffer payload) {
        return StandardCharsets.UTF_8.decode(payload.duplicate()).toString().contains(NAME + " left");
    }
}
