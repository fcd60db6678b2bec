package lab;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Writes batches of frames, built once, to everyone who connects, as fast as they are taken, from the moment when all
/// are there. What the load client counts here is the most it can count: its own ceiling.
final class Firehose implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final int BATCH = 64;

    /// A stamp that no talker has: the load does not take these messages for answers to its own.
    private static final String TEXT = "#7fff000000000000" + ".".repeat(47);

    private final ServerSocket door;
    private final byte[] batch;
    private final CountDownLatch missing;

    /// @param clients how many it waits for
    Firehose(int clients) throws IOException {
        missing = new CountDownLatch(clients);
        door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        ByteBuffer frame = Wire.plain(Wire.TEXT, TEXT.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer frames = ByteBuffer.allocate(BATCH * frame.remaining());
        while (frames.hasRemaining()) {
            frames.put(frame.rewind());
        }
        batch = frames.array();
    }

    /// Runs as a process of its own. The argument is the number of clients.
    static void main(String[] args) throws IOException {
        try (Firehose firehose = new Firehose(Integer.parseInt(args[0]))) {
            IO.println("http://127.0.0.1:" + firehose.address().getPort() + "/");
            firehose.run();
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    }

    /// Serves until [#close] is called.
    void run() {
        try {
            while (true) {
                Socket socket = door.accept();
                Thread.startVirtualThread(() -> pour(socket));
            }
        } catch (IOException closed) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void pour(Socket socket) {
        try (socket) {
            Wire.readHead(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            out.write(Wire.upgradeResponse().array());
            missing.countDown();
            missing.await();
            while (!door.isClosed()) {
                out.write(batch);
            }
        } catch (IOException gone) {
            // it has had enough
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
