package chat.wrong;

import chat.AnotherConnection;
import chat.Numbered;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The write loop of article 004: it takes a message to see that there is one, and then takes the next and sends that.
public final class WrongDoubleTake implements AnotherConnection {

    private final FarEnd peer;
    private final BlockingQueue<String> outbox = new ArrayBlockingQueue<>(OUTBOX);
    private final Thread writer = Thread.ofVirtual().name("writer").unstarted(this::writeAll);

    public WrongDoubleTake(FarEnd peer) {
        this.peer = peer;
        writer.start();
    }

    /// Writes a hundred numbered messages, and says which have arrived.
    public static void main(String... args) throws InterruptedException {
        List<Integer> arrived = Numbered.arriveOf(100, WrongDoubleTake::new);
        IO.println("100 messages written, " + arrived.size() + " have arrived: " + arrived);
    }

    private void writeAll() {
        try {
            while (true) {
                outbox.take();
                peer.take(outbox.take());
            }
        } catch (IOException | InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean write(String text) throws InterruptedException {
        outbox.put(text);
        return true;
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        writer.join();
    }
}
