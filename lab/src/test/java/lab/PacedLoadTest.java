package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What talks at its own pace, what floods and what listens to a hose, each against a server that keeps its word.
@Timeout(30)
final class PacedLoadTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final PacedLoad.Pace PACE = new PacedLoad.Pace(4, Duration.ofMillis(20), 64);

    @Test
    void everyClientSpeaksAndEveryoneHearsIt() throws Exception {
        Set<Integer> ears = new TreeSet<>();
        try (Floor floor = running(Floor.Way.FAN_OUT);
                PacedLoad load = new PacedLoad(floor.address(), n -> "/", PACE, (client, _, nanos) -> {
                    assertThat(nanos).isPositive();
                    ears.add(client);
                })) {
            load.run(Duration.ofMillis(200));
            load.listen(4, LONG);

            assertThat(load.said()).isGreaterThanOrEqualTo(4);
            assertThat(load.heard()).isEqualTo(4 * load.said());
            assertThat(ears).containsExactly(0, 1, 2, 3);
            assertThat(load.open()).isEqualTo(4);
        }
    }

    @Test
    void theOthersAreHeardThroughAFloodAndTheFloodCountsForNobody() throws Exception {
        try (Floor floor = running(Floor.Way.BATCHED);
                PacedLoad others = new PacedLoad(floor.address(), n -> "/", PACE, (_, _, _) -> {});
                Flooder flooder = new Flooder(floor.address(), "/")) {
            flooder.flood();
            others.run(Duration.ofMillis(200));
            long flood = flooder.stop();
            others.listen(4, LONG);

            assertThat(flood).isGreaterThan(64);
            assertThat(others.heard()).isEqualTo(4 * others.said());
        }
    }

    @Test
    void whatAHoseSendsIsCountedAndNotAnswered() throws Exception {
        try (Firehose hose = new Firehose(5)) {
            Thread.startVirtualThread(hose::run);
            Room room = new Room("hose", hose.address(), n -> "/", true, Optional.empty());
            try (FanOutLoad load = new FanOutLoad(room, new Talk(5, 1, 1, 64), LONG)) {
                assertThat(load.measure(Duration.ofMillis(200)).rate()).isGreaterThan(1_000);
            }
        }
    }

    @Test
    void aRoomIsTriedOutForWhetherItTellsTheSpeaker() throws Exception {
        try (Floor everyone = running(Floor.Way.FAN_OUT); Floor nobodyElse = running(Floor.Way.ECHO)) {
            Room room = Room.untried(new Target(everyone.address(), "/{n}"));
            Room echo = Room.untried(new Target(nobodyElse.address(), "/{n}"));

            assertThat(SpeakerProbe.tellsSpeaker(room, Deadline.in(LONG))).isTrue();
            assertThatThrownBy(() -> SpeakerProbe.tellsSpeaker(echo, Deadline.in(Duration.ofSeconds(2))))
                    .isInstanceOf(IOException.class).hasMessageContaining("does not tell one client what another says");
        }
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
