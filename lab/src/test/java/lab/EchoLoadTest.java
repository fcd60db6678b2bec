package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The load client against the floor, and against servers that do not keep their word.
@Timeout(20)
final class EchoLoadTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    /// Nobody else holds them, and what nobody holds is closed by the garbage collector.
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    @Test
    void everyEchoOfTheFloorIsCountedAndRight() throws Exception {
        Thread server;
        try (Floor floor = new Floor(Floor.Way.ECHO, 0)) {
            server = Thread.ofPlatform().start(() -> run(floor));
            try (EchoLoad load = new EchoLoad(floor.address(), n -> "/", 20, 64)) {
                load.warmUp(100, SHORT);
                EchoLoad.Sample sample = load.measure(SHORT);

                assertThat(sample.rate()).isPositive();
                assertThat(sample.allEchoes()).isGreaterThan(20);
                assertThat(sample.lost()).isZero();
                assertThat(sample.wrong()).isZero();
                assertThat(sample.p99Micros()).isGreaterThanOrEqualTo(sample.p50Micros());
            }
        }
        assertThat(server.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void messagesLongerThanOneReadAreEchoedToo() throws Exception {
        try (Floor floor = new Floor(Floor.Way.ECHO, 0)) {
            Thread.ofPlatform().daemon().start(() -> run(floor));
            try (EchoLoad load = new EchoLoad(floor.address(), n -> "/", 5, 30_000)) {
                load.warmUp(10, SHORT);
                EchoLoad.Sample sample = load.measure(SHORT);

                assertThat(sample.allEchoes()).isGreaterThan(5);
                assertThat(sample.lost() + sample.wrong()).isZero();
            }
        }
    }

    @Test
    void aServerThatLosesMessagesIsReportedAndNotWaitedFor() throws Exception {
        try (ServerSocket silent = serving("HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: " + Wire.ACCEPT);
                EchoLoad load = new EchoLoad(address(silent), n -> "/", 3, 64)) {
            load.warmUp(100, SHORT);
            EchoLoad.Sample sample = load.measure(SHORT);

            assertThat(sample.lost()).isEqualTo(3);
        }
    }

    @Test
    void aRefusalIsReportedInTheServersWords() throws Exception {
        try (ServerSocket full = serving("HTTP/1.1 503 Service Unavailable")) {
            assertThatThrownBy(() -> new EchoLoad(address(full), n -> "/", 2, 64)).isInstanceOf(IOException.class)
                    .hasMessageContaining("0 of 2 clients got in").hasMessageContaining("503 Service Unavailable");
        }
    }

    /// Answers every connection with this head, and never says another word.
    private ServerSocket serving(String head) throws IOException {
        ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            while (!door.isClosed()) {
                try {
                    Socket socket = door.accept();
                    accepted.add(socket);
                    socket.getOutputStream().write(Wire.ascii(head + "\r\n\r\n").array());
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return door;
    }

    private static InetSocketAddress address(ServerSocket door) {
        return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    }

    private static void run(Floor floor) {
        try {
            floor.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
