package chat.wrong;

import chat.AnotherRoom;
import chat.edge.Frame;
import chat.edge.Frames;
import chat.edge.Log;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/// The room as the Go original has it: it waits for each send, and holds the lock while it waits. One receiver that
/// does not read stops everyone who talks, comes or leaves.
///
/// In Go, and wherever each client has a thread that may wait, they stand still until that receiver has gone. On
/// Undertow's I/O threads it takes no stalled reader: one thread waits for a send that only the other can finish,
/// and the other waits for the lock.
public final class WrongBlockingRoom extends AnotherRoom {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<WebSocketChannel> connections = new ArrayList<>();

    public static void main(String... args) {
        new WrongBlockingRoom().serve(args[0]);
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
                    write(receiver, frame);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private static void write(WebSocketChannel receiver, Frame frame) {
        try {
            Frames.send(receiver, frame).join();
        } catch (CompletionException failed) {
            Log.info("could not write: %s", failed.getCause());
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
