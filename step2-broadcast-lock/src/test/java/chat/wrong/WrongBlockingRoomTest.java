package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.BusyTalk;
import chat.ServerProcess;
import chat.StalledReader;
import chat.StalledReader.Doing;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongBlockingRoomTest {

    /// As on a machine with two processors, or one: two I/O threads.
    private static final List<String> TWO_IO_THREADS = List.of("-XX:ActiveProcessorCount=2");

    @Test
    void oneStalledReaderStopsTheTalkTheJoinsAndTheLeavesOfEveryone() throws Exception {
        assertThat(StalledReader.holdsUp(new WrongBlockingRoom())).containsExactly(Doing.values());
    }

    @Test
    void onIoThreadsNobodyNeedsToBeSlowItIsEnoughThatTwoTalkAtTheSameTime() throws Exception {
        try (ServerProcess server = ServerProcess.start(TWO_IO_THREADS, "chat.wrong.WrongBlockingRoom", "0")) {
            int port = server.awaitListening().port();
            int waiting = BusyTalk.waitingInVain(port);
            for (int i = 1; waiting == 0 && i < 5; i++) { // by chance all eight had the same I/O thread
                waiting = BusyTalk.waitingInVain(port);
            }
            assertThat(waiting).isPositive();
        }
    }
}
