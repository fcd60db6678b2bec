package chat.wrong;

import chat.AnotherRoom;
import chat.edge.Frame;
import chat.edge.Frames;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The room that removes a receiver when a send to it has failed. A send that fails at once calls back in the middle of
/// the loop; the lock is no help, it lets its own thread in again; and the list changes under the loop's feet.
public final class WrongEvictingRoom extends AnotherRoom {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<WebSocketChannel> connections = new ArrayList<>();

    public static void main(String... args) {
        new WrongEvictingRoom().serve(args[0]);
    }

    @Override
    public void join(WebSocketChannel newcomer) {
        lock.lock();
        try {
            connections.add(newcomer);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void leave(WebSocketChannel leaver) {
        lock.lock();
        try {
            connections.remove(leaver);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void tellOthers(WebSocketChannel sender, Frame frame) {
        lock.lock();
        try {
            for (WebSocketChannel receiver : connections) {
                if (!receiver.equals(sender)) {
                    Frames.send(receiver, frame).whenComplete((_, failure) -> {
                        if (failure != null) {
                            leave(receiver);
                        }
                    });
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int size() {
        lock.lock();
        try {
            return connections.size();
        } finally {
            lock.unlock();
        }
    }
}
