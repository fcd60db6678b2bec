package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.Crowd;
import org.junit.jupiter.api.Test;

class WrongSharedRoomTest {

    @Test
    void twoWithOneNameAreBothLetIn() throws Exception {
        try (WrongSharedRoom hub = new WrongSharedRoom()) {
            assertThat(Crowd.twinsLetIn(hub)).isEqualTo(2);
        }
    }

    /// The race is run until it is lost, which takes a moment; the limit is only there for luck without end.
    @Test
    void theListChangesUnderTheFeetOfWhoeverReadsIt() throws Exception {
        try (WrongSharedRoom hub = new WrongSharedRoom()) {
            assertThat(Crowd.comesAndGoes(hub, 1000)).contains("ConcurrentModificationException");
        }
    }
}
