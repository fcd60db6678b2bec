package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class StalledClientTest {
    /// Nobody else holds them, and what nobody holds is closed by the garbage collector.
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    @Test
    void aCloseFrameBehindUnreadTextIsFound() throws Exception {
        ByteBuffer text = Wire.plain(Wire.TEXT, new byte[1_000]);
        ByteBuffer close = Wire.plain(Wire.CLOSE, new byte[]{1008 >> 8, (byte) 1008});

        assertThat(endingAt(Wire.upgradeResponse(), text, close)).isEqualTo("closed with 1008");
    }

    @Test
    void aServerThatOnlyHangsUpIsSaid() throws Exception {
        assertThat(endingAt(Wire.upgradeResponse())).isEqualTo("the server hung up");
    }

    @Test
    void aServerThatDoesNothingKeepsItInTheRoom() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serve(door, false, Wire.upgradeResponse()));
            try (StalledClient stalled = new StalledClient(address(door), "/")) {
                assertThat(stalled.howItEnded()).isEqualTo("it is still in the room");
            }
        }
    }

    @Test
    void aServerThatDoesNotLetItInIsSaid() {
        assertThatThrownBy(() -> endingAt()).isInstanceOf(IOException.class).hasMessageContaining("hung up");
    }

    private String endingAt(ByteBuffer... parts) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serve(door, true, parts));
            try (StalledClient stalled = new StalledClient(address(door), "/")) {
                return stalled.howItEnded();
            }
        }
    }

    private void serve(ServerSocket door, boolean hangUp, ByteBuffer... parts) {
        try {
            Socket socket = door.accept();
            accepted.add(socket);
            readHead(socket); // unread bytes would turn the end into a reset
            for (ByteBuffer part : parts) {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                socket.getOutputStream().write(bytes);
            }
            if (hangUp) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void readHead(Socket socket) throws IOException {
        for (String head = ""; !head.endsWith("\r\n\r\n");) {
            head += (char) socket.getInputStream().read();
        }
    }

    private static InetSocketAddress address(ServerSocket door) {
        return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    }
}
