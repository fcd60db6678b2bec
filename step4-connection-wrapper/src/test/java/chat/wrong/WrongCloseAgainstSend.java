package chat.wrong;

import chat.AnotherConnection;
import chat.CloseAgainstSend;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// The end in article 004: a flag beside a queue. Whoever writes looks at the flag and then puts; whoever sends looks
/// at the flag and then takes. Between the look and the deed anything can happen, and what waits in the queue when the
/// flag goes up is forgotten.
public final class WrongCloseAgainstSend implements AnotherConnection {

    private final FarEnd peer;
    private final BlockingQueue<String> outbox = new ArrayBlockingQueue<>(OUTBOX);
    private final Thread writer = Thread.ofVirtual().name("writer").unstarted(this::writeAll);
    private volatile boolean closed;

    public WrongCloseAgainstSend(FarEnd peer) {
        this.peer = peer;
        writer.start();
    }

    /// Closes ten thousand connections amid writing, and says what is missing.
    public static void main(String... args) throws InterruptedException {
        CloseAgainstSend.Outcome outcome = CloseAgainstSend.of(10_000, WrongCloseAgainstSend::new);
        IO.println("10000 connections closed, " + outcome.lost() + " messages accepted and lost");
    }

    private void writeAll() {
        try {
            while (!closed) {
                peer.take(outbox.take());
            }
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean write(String text) throws InterruptedException {
        if (closed) {
            return false;
        }
        outbox.put(text);
        return true;
    }

    @Override
    public void close() {
        closed = true;
        if (outbox.isEmpty()) {
            writer.interrupt();
        }
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        writer.join();
    }
}
