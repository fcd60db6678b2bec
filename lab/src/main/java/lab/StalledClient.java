package lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;

/// A client that joins and then reads nothing, until somebody asks how it ended.
final class StalledClient implements AutoCloseable {
    /// Small, so that the server's own memory has to hold what is not read.
    private static final int RECEIVE_BUFFER = 4_096;
    private static final Duration JOIN_DEADLINE = Duration.ofSeconds(10);
    private static final Duration LAST_BYTE_DEADLINE = Duration.ofSeconds(2);

    private final Socket socket = new Socket();

    StalledClient(InetSocketAddress server, String path) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.setSoTimeout((int) JOIN_DEADLINE.toMillis());
        socket.connect(server, (int) JOIN_DEADLINE.toMillis());
        socket.getOutputStream().write(Wire.upgradeRequest("127.0.0.1:" + server.getPort(), path).array());
        Wire.readHead(socket.getInputStream()); // what comes after it stays unread
    }

    /// How many bytes have come and lie unread.
    int unread() throws IOException {
        return socket.getInputStream().available();
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Reads everything now, and says what came last.
    String howItEnded() throws IOException {
        Ending ending = new Ending();
        FrameReader reader = new FrameReader();
        ByteBuffer in = ByteBuffer.allocate(Endpoint.READ_BUFFER);
        reader.read(in.put(Wire.upgradeResponse()).flip(), ending); // the head has been read already
        in.compact();
        socket.setSoTimeout((int) LAST_BYTE_DEADLINE.toMillis());
        try {
            while (true) {
                int count = socket.getInputStream().read(in.array(), in.position(), in.remaining());
                if (count < 0) {
                    return ending.close.isEmpty() ? "the server hung up" : ending.close;
                }
                reader.read(in.position(in.position() + count).flip(), ending);
                in.compact();
            }
        } catch (SocketTimeoutException stillOpen) {
            return "it is still in the room";
        } catch (IOException cut) {
            return ending.close.isEmpty() ? "cut off" : ending.close;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class Ending implements FrameReader.Sink {
        private String close = "";

        @Override
        public void head(String head) {}

        @Override
        public void frame(int first, long length, ByteBuffer payload) {
            if (first == Wire.CLOSE && length >= 2) {
                close = "closed with " + payload.getShort(payload.position());
            }
        }
    }
}
