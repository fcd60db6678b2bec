package chat;

import static java.lang.management.ManagementFactory.getMemoryMXBean;
import static java.lang.management.ManagementFactory.getPlatformMBeanServer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A hundred clients whose process dies: the system resets their connections, all at once.
class EndOfManyTest {

    private static final int MANY = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void eachLeavesOnceAndNothingIsLeftOfThem() throws Exception {
        try (TestServer server = TestServer.start("--heartbeat=50ms", "--ping=50ms", "--outbox-bytes=40000000");
                Terminal witness = Terminal.member(server.tcpPort())) {
            comeAndDie(server, witness, 1);
            long heap = usedHeap();
            comeAndDie(server, witness, MANY);
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(theirThreads()).isEmpty());
            assertThat(usedHeap() - heap).as("bytes more than before").isLessThan(5_000_000);
        }
    }

    @Test
    void noTimerThatIsStillFarAwayKeepsThem() throws Exception {
        try (TestServer server = TestServer.start("--heartbeat=3600s", "--ping=3600s");
                Terminal witness = Terminal.member(server.tcpPort())) {
            RawWebSocket doomed = RawWebSocket.open(server.port(), Dialect.path("doomed"));
            assertThat(witness.line()).endsWith(" joined, " + people(2));
            assertThat(alive(PingWatch.class)).isPositive();
            doomed.reset();
            assertThat(witness.line()).endsWith(" left, " + people(1));
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(alive(Heartbeat.class)).isZero();
                assertThat(alive(PingWatch.class)).isZero();
            });
        }
    }

    /// They have files to take that nobody reads, and one of their own is half sent.
    private static void comeAndDie(TestServer server, Terminal witness, int many) throws Exception {
        List<RawWebSocket> clients = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            clients.add(RawWebSocket.open(server.port(), Dialect.path("doomed " + i), 4096));
            assertThat(witness.line()).endsWith(" joined, " + people(i + 1));
        }
        for (int i = 0; i < 5; i++) {
            clients.getFirst().send(Wire.BINARY, Dialect.file(1_000_000));
            assertThat(witness.line()).endsWith(" sends a file: f");
        }
        for (RawWebSocket client : clients) {
            client.send(Wire.header(Wire.BINARY, 1_000_000));
            client.send(new byte[20_000]);
        }
        assertThat(theirThreads()).as("writer and session of each").hasSizeGreaterThanOrEqualTo(2 * many);
        assertThat(AtOnce.run(clients.stream().<AtOnce.Task>map(client -> client::reset).toList())).isEmpty();
        for (int left = 1; left <= many; left++) {
            assertThat(witness.line()).endsWith(" left, " + people(many - left + 1));
        }
    }

    private static List<String> theirThreads() throws IOException {
        return VirtualThreads.names().stream().filter(name -> name.contains("doomed")).toList();
    }

    /// How many objects of a class there are that the collector must keep.
    private static long alive(Class<?> type) throws JMException {
        String histogram = (String) getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                new Object[]{new String[0]}, new String[]{String[].class.getName()});
        return histogram.lines().map(String::strip).filter(line -> line.endsWith(" " + type.getName()))
                .mapToLong(line -> Long.parseLong(line.split("\\s+", -1)[1])).sum();
    }

    private static String people(int count) {
        return count == 1 ? "1 person in the room" : count + " people in the room";
    }

    private static long usedHeap() {
        System.gc();
        return getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
