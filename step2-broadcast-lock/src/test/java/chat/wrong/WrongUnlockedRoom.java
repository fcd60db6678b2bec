package chat.wrong;

import chat.AnotherRoom;
import chat.edge.Frame;
import chat.edge.Frames;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.ArrayList;
import java.util.List;

/// The room without its lock. Two I/O threads meet in the list, and one of them loses.
public final class WrongUnlockedRoom extends AnotherRoom {

    private final List<WebSocketChannel> connections = new ArrayList<>();

    public static void main(String... args) {
        new WrongUnlockedRoom().serve(args[0]);
    }

    @Override
    public void join(WebSocketChannel newcomer) {
        connections.add(newcomer);
    }

    @Override
    public void leave(WebSocketChannel leaver) {
        connections.remove(leaver);
    }

    @Override
    public void tellOthers(WebSocketChannel sender, Frame frame) {
        for (WebSocketChannel receiver : connections) {
            if (!receiver.equals(sender)) {
                Frames.send(receiver, frame);
            }
        }
    }

    @Override
    public int size() {
        return connections.size();
    }
}
