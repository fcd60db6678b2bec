package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.BurstAndJoin;
import chat.FloodAndJoin;
import chat.ServerProcess;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrongSelfPostingHubTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @Test
    void elevenMessagesBehindAJoinAndTheHubWaitsForItself() throws Exception {
        try (WrongSelfPostingHub hub = new WrongSelfPostingHub()) {
            assertThat(BurstAndJoin.standsStill(hub, TWO_SECONDS)).isTrue();
            assertThat(waitingInPut()).as("the hub's thread waits for room in its own inbox").isTrue();
        }
    }

    @Test
    void asAServerItStandsStillWhenSomebodyJoinsWhileTwoTalk() throws Exception {
        try (ServerProcess server = ServerProcess.start(List.of(), "chat.wrong.WrongSelfPostingHub", "0")) {
            int port = server.awaitListening().port();
            assertThat(FloodAndJoin.welcomed(port, 1000, FIVE_SECONDS)).as("the last one to get a word")
                    .isLessThan(1000);
            assertThat(FloodAndJoin.welcomed(port, 1, TWO_SECONDS)).as("nor does anybody later").isZero();
        }
    }

    private static boolean waitingInPut() {
        return Thread.getAllStackTraces().entrySet().stream().filter(each -> each.getKey().getName().equals("hub"))
                .map(Map.Entry::getValue)
                .anyMatch(stack -> Arrays.stream(stack).map(StackTraceElement::getMethodName).toList()
                        .containsAll(List.of("put", "handle")));
    }
}
