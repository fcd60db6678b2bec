package chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The room under its lock, where each of the wrong rooms fails.
class RoomTest {

    @Test
    void joinsAndLeavesAtOnceLoseNobody() throws Exception {
        assertThat(Races.joinsAndLeavesAtOnce(new Room(), 5)).isEmpty();
    }

    @Test
    void whoeverStaysHearsEverythingWhileOthersComeAndGo() throws Exception {
        assertThat(Races.talkWhileSomeoneComesAndGoes(new Room(), 50)).isEmpty();
    }

    @Test
    void whoeverHasLeftIsToldNoMore() throws Exception {
        assertThat(Races.talkWhileSomeoneLeaves(new Room(), 100)).isEmpty();
    }

    @Test
    void nobodyWaitsForAStalledReader() throws Exception {
        assertThat(StalledReader.holdsUp(new Room())).isEmpty();
    }

    @Test
    void nobodyWaitsInVainWhenAllTalkAtTheSameTime() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertThat(BusyTalk.waitingInVain(server.port())).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aReceiverThatFailsAtOnceCostsNobodyAMessage(int failing) throws Exception {
        assertThat(FailingReceiver.inAMessage(new Room(), failing)).isEqualTo(FailingReceiver.Outcome.ALL_WELL);
    }
}
