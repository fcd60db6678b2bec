package chat.wrong;

import chat.edge.Exit;
import chat.edge.Frame;
import chat.edge.Frames;
import chat.edge.GuardedListener;
import chat.edge.Handshake;
import chat.edge.HttpDoor;
import chat.edge.Limits;
import chat.edge.Log;
import chat.edge.OpenSockets;
import chat.edge.UpgradeGuard;
import io.undertow.Undertow;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/// The server of article 004: an echo, and beside it a heartbeat that nobody answers, so nobody can be missed. It ends
/// with the first write that fails; but as long as the system has buffers, none does.
public final class WrongHeartbeatOnly implements AutoCloseable {

    private static final Limits LIMITS = new Limits(8192, 1_048_576, 1024, Duration.ofSeconds(10),
            Duration.ofSeconds(5));

    private final Undertow http;

    /// @param port   0 picks a free one
    /// @param period from one heartbeat to the next
    public WrongHeartbeatOnly(int port, Duration period) throws Exit {
        Handshake handshake = new Handshake(new OpenSockets(0), LIMITS, (_, channel) -> {
            new Echo(channel).listen();
            Thread.ofVirtual().name("heartbeat").start(() -> beat(channel, period));
        });
        http = HttpDoor.open("127.0.0.1", port, Duration.ofSeconds(5),
                new UpgradeGuard(new OpenSockets(0), handshake));
    }

    /// Its argument is the port.
    public static void main(String... args) {
        try {
            Log.use(Log.Level.INFO);
            WrongHeartbeatOnly server = new WrongHeartbeatOnly(Integer.parseInt(args[0]), Duration.ofSeconds(1));
            IO.println("http://" + Log.address(HttpDoor.address(server.http)) + "/");
        } catch (Exit exit) {
            exit.now();
        }
    }

    public int port() {
        return HttpDoor.address(http).getPort();
    }

    private static void beat(WebSocketChannel channel, Duration period) {
        try {
            while (true) {
                Thread.sleep(period);
                Frames.send(channel, Frame.text("heartbeat")).get();
            }
        } catch (ExecutionException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Echo extends GuardedListener {

        Echo(WebSocketChannel channel) {
            super(channel, Log.address(channel.getSourceAddress()));
        }

        @Override
        protected void onFrame(Frame frame) {
            Frames.send(channel, frame);
        }
    }

    @Override
    public void close() {
        http.stop();
    }
}
