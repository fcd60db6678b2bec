package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.CloseAgainstSend;
import org.junit.jupiter.api.Test;

class WrongCloseAgainstSendTest {

    @Test
    void whoWaitsForRoomIsForgotten() throws Exception {
        assertThat(CloseAgainstSend.waiting(WrongCloseAgainstSend::new)).isEqualTo(CloseAgainstSend.Fate.FORGOTTEN);
    }

    @Test
    void whatWasAcceptedBeforeTheCloseIsLost() throws Exception {
        assertThat(CloseAgainstSend.lostAtClose(WrongCloseAgainstSend::new)).isPositive();
    }

    @Test
    void inTenThousandRoundsSomeAreLost() throws Exception {
        assertThat(CloseAgainstSend.of(10_000, WrongCloseAgainstSend::new).lost()).isPositive();
    }
}
