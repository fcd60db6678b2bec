package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.Races;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each race is run until it is lost, which takes a moment; the limits are only there for luck without end.
class WrongUnlockedRoomTest {

    private final WrongUnlockedRoom room = new WrongUnlockedRoom();

    @Test
    void joinsAndLeavesAtOnceLoseMembersOrThrow() throws Exception {
        assertLost(Races.joinsAndLeavesAtOnce(room, 1000));
    }

    @Test
    void talkWhileSomeoneComesAndGoesThrows() throws Exception {
        assertLost(Races.talkWhileSomeoneComesAndGoes(room, 10_000));
    }

    @Test
    void talkWhileSomeoneLeavesThrowsOrReachesWhoeverHasLeft() throws Exception {
        assertLost(Races.talkWhileSomeoneLeaves(room, 10_000));
    }

    private static void assertLost(Optional<String> failure) {
        assertThat(failure).isPresent();
        System.out.println("lost: " + failure.orElseThrow());
    }
}
