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
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;

/// The whole edge except one class: nobody asks which page is calling. So a page of any other server can open a socket
/// from the browser of someone who merely looks at it.
public final class WrongOpenDoor {

    public static void main(String... args) throws Exit {
        Limits limits = new Limits(8192, 1_048_576, 1024, Duration.ofSeconds(10), Duration.ofSeconds(5));
        Handshake noGuard = new Handshake(new OpenSockets(0), limits, (_, channel) -> new Echo(channel).listen());
        var server = HttpDoor.open("127.0.0.1", Integer.parseInt(args[0]), Duration.ofSeconds(5), noGuard);
        IO.println("http:/" + HttpDoor.address(server) + "/");
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

    private WrongOpenDoor() {}
}
