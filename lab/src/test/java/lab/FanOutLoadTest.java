package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The load of a room against the floor, and against rooms that do not keep their word.
@Timeout(20)
final class FanOutLoadTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Talk TALK = new Talk(20, 4, 2, 64);

    @ParameterizedTest
    @EnumSource(value = Floor.Way.class, names = {"FAN_OUT", "BATCHED"})
    void everyoneHearsEverything(Floor.Way way) throws Exception {
        try (Floor floor = running(way); FanOutLoad load = new FanOutLoad(room(floor.address(), true), TALK, LONG)) {
            load.awaitEveryone();
            load.warmUp(SHORT);
            Sample sample = load.measure(SHORT);

            assertThat(sample.rate()).isPositive();
            assertThat(sample.lost()).isZero();
            assertThat(sample.dropped()).isZero();
            assertThat(sample.p99Millis()).isGreaterThanOrEqualTo(sample.p50Millis());
        }
    }

    @Test
    void aRoomThatTellsNobodyButTheSpeakerLosesWhatTheOthersShouldHaveHeard() throws Exception {
        try (Floor echo = running(Floor.Way.ECHO);
                FanOutLoad load = new FanOutLoad(room(echo.address(), true), TALK, Deadline.in(LONG), SHORT)) {
            load.warmUp(SHORT);

            assertThat(load.measure(SHORT).lost()).isGreaterThanOrEqualTo(4 * 2 * 19);
        }
    }

    @Test
    void inARoomThatDoesNotTellTheSpeakerTheNextClientIsTheWitness() throws Exception {
        try (Floor echo = running(Floor.Way.ECHO);
                FanOutLoad load = new FanOutLoad(room(echo.address(), false), TALK, Deadline.in(LONG), SHORT)) {
            load.warmUp(SHORT);

            assertThat(load.measure(SHORT).lost()).as("nobody but the speaker heard its first messages")
                    .isEqualTo(16 * 8 + 4 * 4);
        }
    }

    @Test
    void clientsThatHearNothingAreSaid() throws Exception {
        Deadline soon = Deadline.in(Duration.ofSeconds(3));
        try (Floor echo = running(Floor.Way.ECHO);
                FanOutLoad load = new FanOutLoad(room(echo.address(), true), TALK, soon, SHORT)) {
            assertThatThrownBy(load::awaitEveryone).isInstanceOf(IOException.class)
                    .hasMessage("19 of 20 clients hear nothing");
        }
    }

    @Test
    void aServerThatIsGoneIsSaid() throws Exception {
        InetSocketAddress address;
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            address = new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
        }
        assertThatThrownBy(() -> new FanOutLoad(room(address, true), TALK, SHORT)).isInstanceOf(IOException.class)
                .hasMessageContaining("0 of 20 clients got in");
    }

    private static Room room(InetSocketAddress address, boolean tellsSpeaker) {
        return new Room("a room", address, n -> "/", tellsSpeaker, Optional.empty());
    }

    private static Floor running(Floor.Way way) throws IOException {
        Floor floor = new Floor(way, 0);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                floor.run();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return floor;
    }
}
