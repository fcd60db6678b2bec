package lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A client that sends as fast as its socket takes it, and reads whatever comes.
final class Flooder implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 10_000;
    private static final int BATCH = 64;
    private static final Duration END_DEADLINE = Duration.ofSeconds(5);

    /// Without a stamp: nobody counts it.
    private static final String TEXT = ".".repeat(64);

    private final Socket socket = new Socket();
    private final Thread writer = Thread.ofPlatform().daemon().name("flood writer").unstarted(this::write);
    private final Thread reader = Thread.ofPlatform().daemon().name("flood reader").unstarted(this::read);
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean done;

    /// Joins, but does not send yet.
    Flooder(InetSocketAddress server, String path) throws IOException {
        socket.connect(server, DEADLINE_MILLIS);
        String host = server.getHostString() + ":" + server.getPort();
        socket.getOutputStream().write(Wire.upgradeRequest(host, path).array());
        Wire.readHead(socket.getInputStream());
        reader.start();
    }

    /// Begins to send.
    void flood() {
        writer.start();
    }

    /// Ends the flood; the client stays.
    ///
    /// @return how many messages the socket has taken
    long stop() {
        done = true;
        return sent.get();
    }

    /// Hangs up.
    @Override
    public void close() throws IOException {
        done = true;
        socket.close();
        try {
            writer.join(END_DEADLINE);
            reader.join(END_DEADLINE);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            OutputStream out = socket.getOutputStream();
            byte[] batch = batch();
            while (!done) {
                out.write(batch);
                sent.addAndGet(BATCH);
            }
        } catch (IOException hungUp) {
            // by us or by the server: the flood is over
        }
    }

    private void read() {
        byte[] bin = new byte[64 * 1024];
        try {
            InputStream in = socket.getInputStream();
            while (in.read(bin) >= 0) {
                // on
            }
        } catch (IOException hungUp) {
            // as above
        }
    }

    private static byte[] batch() {
        ByteBuffer frame = Wire.masked(Wire.TEXT, TEXT.getBytes(StandardCharsets.US_ASCII));
        byte[] one = new byte[frame.remaining()];
        frame.get(one);
        ByteBuffer frames = ByteBuffer.allocate(BATCH * one.length);
        while (frames.hasRemaining()) {
            frames.put(one);
        }
        return frames.array();
    }
}
