package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.StalledMember;
import chat.StalledMember.Doing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrongBlockingHubTest {

    @Test
    void oneStalledReaderStopsTheTalkTheJoinsAndTheLeavesOfEveryone() throws Exception {
        try (WrongBlockingHub hub = new WrongBlockingHub()) {
            assertThat(StalledMember.holdsUp(hub, Duration.ofSeconds(3))).containsExactly(Doing.values());
        }
    }
}
