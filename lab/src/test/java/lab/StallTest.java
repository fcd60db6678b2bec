package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class StallTest {
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void aServerThatClosesIsQuotedWithItsCode() throws IOException {
        ByteBuffer text = Wire.plain(Wire.TEXT, new byte[1_000]);
        ByteBuffer close = Wire.plain(Wire.CLOSE, new byte[]{1008 >> 8, (byte) 1008});

        Captured outcome = stall(false, text, close);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.stdout()).contains("joined, and reads nothing", "1,008 bytes lie here unread")
                .endsWith("reads at last: closed with 1008\n");
    }

    @Test
    void aServerThatKeepsItIsSaid() throws IOException {
        Captured outcome = stall(true, Wire.plain(Wire.TEXT, new byte[10]));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.stdout()).contains("12 bytes lie here unread", "still there")
                .endsWith("reads at last: it is still in the room\n");
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws IOException {
        int port;
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = door.getLocalPort();
        }
        Captured outcome = Captured.lab("stall", "--url=ws://127.0.0.1:" + port + "/");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.stderr()).contains("refused").hasLineCount(1);
    }

    private Captured stall(boolean stays, ByteBuffer... parts) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serve(door, stays, parts));
            return Captured.lab("stall", "--for=3s", "--url=ws://127.0.0.1:" + door.getLocalPort() + "/ws?name=sleepy");
        } finally {
            over.countDown();
        }
    }

    private void serve(ServerSocket door, boolean stays, ByteBuffer... parts) {
        try (Socket socket = door.accept()) {
            Wire.readHead(socket.getInputStream());
            socket.getOutputStream().write(Wire.upgradeResponse().array());
            for (ByteBuffer part : parts) {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                socket.getOutputStream().write(bytes);
            }
            if (stays) {
                over.await();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
