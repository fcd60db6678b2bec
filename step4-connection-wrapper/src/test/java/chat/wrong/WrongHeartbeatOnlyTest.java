package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.HalfOpen;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrongHeartbeatOnlyTest {

    @Test
    void aDeadPeerIsNeverNoticed() throws Exception {
        try (WrongHeartbeatOnly server = new WrongHeartbeatOnly(0, Duration.ofMillis(2))) {
            assertThat(HalfOpen.isNoticed(server.port(), "/ws", 300)).isFalse();
        }
    }
}
