package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.RawWebSocket;
import chat.edge.EdgeServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WrongSleepingListenerTest {

    private static final int OTHERS = 24;
    private static final Duration SLEEP = Duration.ofSeconds(5);

    @Test
    void oneSleeperHoldsUpSomeOfTheOthersAndNotAll() throws Exception {
        List<RawWebSocket> others = new ArrayList<>();
        try (EdgeServer server = WrongSleepingListener.start(0, SLEEP);
                RawWebSocket sleeper = RawWebSocket.open(server.port(), "/ws");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < OTHERS; i++) {
                others.add(RawWebSocket.open(server.port(), "/ws"));
            }
            sleeper.sendText("sleep");
            Awaitility.await().pollInterval(Duration.ofMillis(10)).until(WrongSleepingListenerTest::somebodySleeps);
            List<Callable<Duration>> questions = others.stream().<Callable<Duration>>map(other -> () -> answer(other))
                    .toList();
            int heldUp = 0;
            for (Future<Duration> answer : threads.invokeAll(questions)) {
                heldUp += answer.get().compareTo(SLEEP.dividedBy(2)) > 0 ? 1 : 0;
            }
            System.out.println(heldUp + " of " + OTHERS + " were held up");
            assertThat(heldUp).isBetween(1, OTHERS - 1);
            assertThat(sleeper.read().text()).isEqualTo("sleep");
        } finally {
            others.forEach(RawWebSocket::close);
        }
    }

    private static boolean somebodySleeps() {
        return Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream)
                .anyMatch(call -> call.getMethodName().equals("think"));
    }

    private static Duration answer(RawWebSocket client) throws Exception {
        long start = System.nanoTime();
        client.sendText("are you there?");
        assertThat(client.read().text()).isEqualTo("are you there?");
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
