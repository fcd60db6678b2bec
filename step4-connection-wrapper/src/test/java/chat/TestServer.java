package chat;

import chat.edge.Exit;
import java.util.stream.Stream;

/// This step's server in this process, on a port of its own. Tests start it with options, like everybody else.
final class TestServer implements AutoCloseable {

    private final ChatServer server;

    private TestServer(ChatServer server) {
        this.server = server;
    }

    /// Starts a server that takes connections when this returns.
    ///
    /// @param options as on the command line; they beat the ones all tests have
    static TestServer start(String... options) {
        try {
            return new TestServer(ChatServer.start(onFreePorts("--stop-deadline=500ms", options)));
        } catch (Exit exit) {
            throw new AssertionError(exit);
        }
    }

    /// These options, those that pick a free port for each door, and a heartbeat that does not disturb: tests about it set
    /// their own.
    static String[] onFreePorts(String first, String... more) {
        return Stream.concat(Stream.of("--port=0", "--tcp-port=0", "--heartbeat=3600s", first), Stream.of(more))
                .toArray(String[]::new);
    }

    int port() {
        return server.address().getPort();
    }

    int tcpPort() {
        return server.tcpAddress().getPort();
    }

    /// Stops in order, as SIGTERM would.
    @Override
    public void close() {
        server.close();
    }
}
