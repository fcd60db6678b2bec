package chat;

import chat.against.YourServer;
import chat.edge.Exit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// This step's server in this process, on a port of its own. Tests start it with options, like everybody else.
/// With `-Dagainst` it is your server, which runs already.
final class TestServer implements AutoCloseable {

    private final int port;
    private final IntSupplier tcpPort;
    private final Supplier<String> pushToken;
    private final Runnable stop;

    private TestServer(int port, IntSupplier tcpPort, Supplier<String> pushToken, Runnable stop) {
        this.port = port;
        this.tcpPort = tcpPort;
        this.pushToken = pushToken;
        this.stop = stop;
    }

    /// Starts a server that takes connections when this returns.
    ///
    /// @param options as on the command line; they beat the ones all tests have
    static TestServer start(String... options) {
        if (YourServer.isGiven()) {
            int port = YourServer.port(options);
            Doorkeeper.awaitEmptyRoom(port);
            return new TestServer(port, YourServer::tcpPort, YourServer::pushToken, () -> {});
        }
        try {
            ChatServer server = ChatServer.start(onFreePorts("--stop-deadline=500ms", options));
            return new TestServer(server.address().getPort(), server.tcpAddress()::getPort, server::pushToken,
                    server::close);
        } catch (Exit exit) {
            throw new AssertionError(exit);
        }
    }

    /// These options, those that pick a free port for each door, and periods that do not disturb, however slow the machine:
    /// tests about heartbeat, ping and write deadline set their own.
    static String[] onFreePorts(String first, String... more) {
        return Stream.concat(Stream.of("--port=0", "--tcp-port=0", "--heartbeat=3600s", "--ping=3600s",
                "--write-deadline=600s", first), Stream.of(more)).toArray(String[]::new);
    }

    int port() {
        return port;
    }

    int tcpPort() {
        return tcpPort.getAsInt();
    }

    String pushToken() {
        return pushToken.get();
    }

    /// Stops in order, as SIGTERM would.
    @Override
    public void close() {
        stop.run();
    }
}
