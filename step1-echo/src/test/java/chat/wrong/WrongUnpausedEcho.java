package chat.wrong;

import chat.edge.EdgeServer;
import chat.edge.Frame;
import chat.edge.Frames;
import chat.edge.GuardedListener;
import chat.edge.Log;
import io.undertow.websockets.core.WebSocketChannel;

/// An echo that goes on reading while its echoes do not leave. Whoever sends and never reads fills the server's memory,
/// until Undertow holds back at 50 frames; 50 frames of a mebibyte are 50 MiB for each such client.
public final class WrongUnpausedEcho {

    public static void main(String... args) {
        EdgeServer server = EdgeServer.start(Integer.parseInt(args[0]), Echo::new);
        IO.println("http://127.0.0.1:" + server.port() + "/");
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

    private WrongUnpausedEcho() {}
}
