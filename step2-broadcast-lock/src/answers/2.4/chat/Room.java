package chat;

import chat.edge.Frame;
import chat.edge.Frames;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// Who is here, and who is told: a list of connections, and one lock for whoever reads or changes it.
///
/// The lock is held while frames are queued, not while they are written: nobody waits here for a slow reader. And
/// because every sender queues under the same lock, all receivers get everything in one order. A receiver that fails
/// is not removed in the loop: its connection ends, and it leaves like everyone else. Any thread.
class Room {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<WebSocketChannel> connections = new ArrayList<>();

    /// From now on this connection hears what the others say.
    void join(WebSocketChannel newcomer) {
        lock.lock();
        try {
            connections.add(newcomer);
        } finally {
            lock.unlock();
        }
    }

    /// It hears nothing more.
    void leave(WebSocketChannel leaver) {
        lock.lock();
        try {
            connections.remove(leaver);
        } finally {
            lock.unlock();
        }
    }

    /// Queues frames for everyone except their sender. Nobody else's frame gets between them.
    void tellOthers(WebSocketChannel sender, List<Frame> frames) {
        lock.lock();
        try {
            for (WebSocketChannel receiver : connections) {
                if (!receiver.equals(sender)) {
                    Frames.send(receiver, frames);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many are here.
    int size() {
        lock.lock();
        try {
            return connections.size();
        } finally {
            lock.unlock();
        }
    }
}
