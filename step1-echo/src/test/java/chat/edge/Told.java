package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A listener that remembers what it was told, and does what a text says.
final class Told extends GuardedListener {

    final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();
    final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
    final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

    Told(WebSocketChannel channel) {
        super(channel, Log.address(channel.getSourceAddress()));
    }

    WebSocketChannel channel() {
        return channel;
    }

    @Override
    protected void onFrame(Frame frame) {
        heard.add(frame);
        switch (frame.text()) {
            case "echo" -> Frames.send(channel, frame);
            case "throw an exception" -> throw new IllegalStateException("our bug");
            case "throw an error" -> throw new AssertionError("our bug");
            case "close" -> Closing.close(channel, 4001, "because ".repeat(20) + "é".repeat(100));
            case "pause" -> pauseReading("a test says so");
            default -> assertThat(frame.size()).isNotNegative();
        }
    }

    @Override
    protected void onPong() {
        pongs.add(Thread.currentThread().getName());
    }

    @Override
    protected void onClosed() {
        ends.add(Thread.currentThread().getName());
    }

    /// Waits until it is told that the connection has ended, on the I/O thread.
    void awaitEnd() throws InterruptedException {
        assertThat(ends.poll(10, TimeUnit.SECONDS)).as("the thread that told the end").contains("I/O");
    }
}
