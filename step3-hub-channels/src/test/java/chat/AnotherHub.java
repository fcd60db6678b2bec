package chat;

import chat.edge.Closing;
import chat.edge.Exit;
import chat.edge.Frame;
import chat.edge.Frames;
import chat.edge.GuardedListener;
import chat.edge.Handshake;
import chat.edge.HttpDoor;
import chat.edge.Limits;
import chat.edge.Log;
import chat.edge.OpenSockets;
import chat.edge.Pages;
import chat.edge.UpgradeGuard;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A hub of another make, and a small server around it. Each member has a thread of its own that calls the hub and may
/// wait there, as in the Go originals. How members are kept and told is the business of whoever extends it.
public abstract class AnotherHub implements AutoCloseable {

    private static final Limits LIMITS = new Limits(8192, 1_048_576, 1024, Duration.ofSeconds(10),
            Duration.ofSeconds(5));

    /// Someone in the room, as the hub sees it.
    public interface Member {

        String name();

        /// Sends a message and waits until it has left.
        void send(Frame message) throws InterruptedException;

        /// Ends the connection; never waits.
        void close(int code, String reason);
    }

    public abstract void join(Member newcomer) throws InterruptedException;

    public abstract void leave(Member leaver) throws InterruptedException;

    public abstract void say(Member speaker, String text) throws InterruptedException;

    @Override
    public abstract void close();

    protected static Frame said(String name, String text) {
        return Message.said(name, text).frames().getFirst();
    }

    protected static Frame joined(String name, int people) {
        return Message.joined(name, people).frames().getFirst();
    }

    protected static Frame left(String name, int people) {
        return Message.left(name, people).frames().getFirst();
    }

    /// Starts a server with this hub, this step's page and no TCP door, and prints its address.
    ///
    /// @param port 0 picks a free one
    protected final void serve(String port) {
        Log.use(Log.Level.INFO);
        OpenSockets sockets = new OpenSockets(0);
        Pages pages = new Pages("index.html", "style.css", "main.js", "socket.js", "view.js", "files.js");
        Handshake handshake = new Handshake(sockets, LIMITS, (exchange, channel) -> {
            Caller caller = new Caller(channel, Name.of(exchange.getRequestParameters()), this);
            caller.post(() -> join(caller));
            caller.listen();
        });
        UpgradeGuard webSocket = new UpgradeGuard(sockets, new Name(24, handshake));
        try {
            IO.println("http://" + Log.address(HttpDoor.address(HttpDoor.open("127.0.0.1", Integer.parseInt(port),
                    Duration.ofSeconds(5), exchange -> {
                        if (exchange.getRequestPath().equals("/ws")) {
                            webSocket.handleRequest(exchange);
                        } else {
                            pages.handleRequest(exchange);
                        }
                    }))) + "/");
        } catch (Exit exit) {
            exit.now();
        }
    }

    /// A connection: while its thread waits for the hub, it is not read.
    private static final class Caller extends GuardedListener implements Member {

        private final String name;
        private final AnotherHub hub;
        private final ExecutorService thread;

        Caller(WebSocketChannel channel, String name, AnotherHub hub) {
            super(channel, name);
            this.name = name;
            this.hub = hub;
            this.thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("reader " + name).factory());
        }

        private interface Call {
            void run() throws InterruptedException;
        }

        private void post(Call call) {
            thread.execute(() -> {
                try {
                    call.run();
                    channel.resumeReceives();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        @Override
        protected void onFrame(Frame frame) {
            channel.suspendReceives();
            post(() -> hub.say(this, frame.text()));
        }

        @Override
        protected void onClosed() {
            post(() -> hub.leave(this));
            thread.shutdown();
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(Frame message) throws InterruptedException {
            try {
                Frames.send(channel, message).get();
            } catch (ExecutionException gone) {
                Log.debug("%s has gone", name);
            }
        }

        @Override
        public void close(int code, String reason) {
            Closing.close(channel, code, reason);
        }
    }
}
