package chat;

import chat.against.YourServer;
import chat.edge.Exit;
import java.util.stream.Stream;

/// This step's server in this process, on a port of its own. Tests start it with options, like everybody else.
/// With `-Dagainst` it is your server, which runs already.
final class TestServer implements AutoCloseable {

    private final int port;
    private final Runnable stop;

    private TestServer(int port, Runnable stop) {
        this.port = port;
        this.stop = stop;
    }

    /// Starts a server that takes connections when this returns.
    ///
    /// @param options as on the command line; they beat the ones all tests have
    static TestServer start(String... options) {
        if (YourServer.isGiven()) {
            return new TestServer(YourServer.port(options), () -> {});
        }
        try {
            ChatServer server = ChatServer.start(onFreePorts("--stop-deadline=500ms", options));
            return new TestServer(server.address().getPort(), server::close);
        } catch (Exit exit) {
            throw new AssertionError(exit);
        }
    }

    /// These options and those that pick a free port for each door.
    static String[] onFreePorts(String first, String... more) {
        return Stream.concat(Stream.of("--port=0", first), Stream.of(more)).toArray(String[]::new);
    }

    int port() {
        return port;
    }

    /// Stops in order, as SIGTERM would.
    @Override
    public void close() {
        stop.run();
    }
}
