package chat;

import chat.edge.Frame;
import chat.edge.Frames;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who is here, and who is told: a list that is copied at each join and each leave, and never changed.
///
/// A broadcast walks over the list as it was when it began, so it needs no lock, and two of them run side by side:
/// two receivers may hear two senders in different orders. Any thread.
class Room {

    private final List<WebSocketChannel> connections = new CopyOnWriteArrayList<>();

    /// From now on this connection hears what the others say.
    void join(WebSocketChannel newcomer) {
        connections.add(newcomer);
    }

    /// It hears nothing more, but for what is being said at this moment.
    void leave(WebSocketChannel leaver) {
        connections.remove(leaver);
    }

    /// Queues a frame for everyone except its sender.
    void tellOthers(WebSocketChannel sender, Frame frame) {
        for (WebSocketChannel receiver : connections) {
            if (!receiver.equals(sender)) {
                Frames.send(receiver, frame);
            }
        }
    }

    /// How many are here.
    int size() {
        return connections.size();
    }
}
