package chat.wrong;

import chat.edge.EdgeServer;
import chat.edge.Frame;
import chat.edge.Frames;
import chat.edge.GuardedListener;
import chat.edge.Log;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;

/// An echo that thinks before it answers, when told `sleep`. It does so on an I/O thread, and there are two of them:
/// half of all other clients wait too.
public final class WrongSleepingListener extends GuardedListener {

    private final Duration sleep;

    private WrongSleepingListener(WebSocketChannel channel, Duration sleep) {
        super(channel, Log.address(channel.getSourceAddress()));
        this.sleep = sleep;
    }

    public static void main(String... args) {
        EdgeServer server = start(Integer.parseInt(args[0]), Duration.ofSeconds(3));
        IO.println("http://127.0.0.1:" + server.port() + "/");
    }

    static EdgeServer start(int port, Duration sleep) {
        return EdgeServer.start(port, channel -> new WrongSleepingListener(channel, sleep));
    }

    @Override
    protected void onFrame(Frame frame) {
        if (frame.text().equals("sleep")) {
            think();
        }
        Frames.send(channel, frame);
    }

    private void think() {
        try {
            Thread.sleep(sleep);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
