package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// This step's own connection, in the scenarios that wrong ones fail.
class WhereOthersFailTest {

    @Test
    void everyMessageArrivesInOrder() throws Exception {
        assertThat(Numbered.arriveOf(1000, TheConnection::new))
                .isEqualTo(IntStream.rangeClosed(1, 1000).boxed().toList());
    }

    @Test
    void aDeadPeerIsNoticed() throws Exception {
        try (TestServer server = TestServer.start("--heartbeat=2ms", "--ping=20ms", "--pong=20ms")) {
            assertThat(HalfOpen.isNoticed(server.port(), Dialect.path(), 3000)).isTrue();
        }
    }

    @Test
    void whoWaitsForRoomIsRefusedAtTheClose() throws Exception {
        assertThat(CloseAgainstSend.waiting(TheConnection::new)).isEqualTo(CloseAgainstSend.Fate.REFUSED);
    }

    @Test
    void whatWasAcceptedBeforeTheCloseArrives() throws Exception {
        assertThat(CloseAgainstSend.lostAtClose(TheConnection::new)).isZero();
    }

    @Test
    void inTenThousandRoundsNothingAcceptedIsLostAndNothingRefusedArrives() throws Exception {
        assertThat(CloseAgainstSend.of(10_000, TheConnection::new)).isEqualTo(new CloseAgainstSend.Outcome(0, 0));
    }
}
