package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Five hundred come through both doors and go at random, in every way, in the midst of the talk; and every count that
/// is announced is right.
class StormTest {

    private static final int NEWCOMERS = 500;
    private static final int AT_ONCE = 40;
    private static final List<Ending> ENDINGS = List.of(Ending.values());
    private static final List<TcpEnding> TCP_ENDINGS = List.of(TcpEnding.values());

    @Test
    void everyJoinHasOneLeaveAndTheCountReturns() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        AtomicBoolean over = new AtomicBoolean();
        try (TestServer server = TestServer.start("--close-deadline=300ms", "--outbox-messages=1000000");
                RawWebSocket witness = Dialect.member(server.port(), "witness");
                RawWebSocket speaker = Dialect.member(server.port(), "speaker")) {
            assertThat(Heard.next(witness)).isEqualTo(Heard.joined("speaker", 2));
            CompletableFuture<Void> counting = start(() -> countUntilAllHaveLeft(witness));
            CompletableFuture<Void> talking = start(() -> talkUntil(over, speaker));
            comeAndGo(server, new Random(seed));
            counting.get(40, TimeUnit.SECONDS);
            over.set(true);
            talking.get(20, TimeUnit.SECONDS);
            try (RawWebSocket last = RawWebSocket.open(server.port(), Dialect.path("last"))) {
                assertThat(Heard.next(last)).isEqualTo(Heard.joined("last", 3));
            }
        }
    }

    private static void comeAndGo(TestServer server, Random random) throws Exception {
        List<AtOnce.Task> endings = new ArrayList<>();
        for (int came = 0; came < NEWCOMERS || !endings.isEmpty();) {
            if (came < NEWCOMERS && (endings.isEmpty() || (endings.size() < AT_ONCE && random.nextInt(3) > 0))) {
                endings.add(random.nextBoolean() ? webSocket(server, random) : terminal(server, random));
                came++;
            } else {
                endings.remove(random.nextInt(endings.size())).run();
            }
        }
    }

    /// @return how this one goes
    private static AtOnce.Task webSocket(TestServer server, Random random) throws Exception {
        RawWebSocket guest = Dialect.newcomer(server.port());
        Ending ending = ENDINGS.get(random.nextInt(ENDINGS.size()));
        return () -> {
            ending.begin(guest);
            guest.close();
        };
    }

    private static AtOnce.Task terminal(TestServer server, Random random) throws Exception {
        Terminal guest = Terminal.dial(server.tcpPort());
        assertThat(guest.line()).isEqualTo("You are " + guest.name());
        TcpEnding ending = TCP_ENDINGS.get(random.nextInt(TCP_ENDINGS.size()));
        return () -> {
            ending.begin(guest);
            guest.close();
        };
    }

    private static void countUntilAllHaveLeft(RawWebSocket witness) throws Exception {
        Set<String> here = new HashSet<>(Set.of("witness", "speaker"));
        for (int left = 0; left < NEWCOMERS;) {
            Heard news = Heard.next(witness);
            switch (news.type()) {
                case Heard.JOINED -> {
                    assertThat(here.add(news.name())).as("%s was not here", news.name()).isTrue();
                    assertThat(news).isEqualTo(Heard.joined(news.name(), here.size()));
                }
                case Heard.LEFT -> {
                    assertThat(here.remove(news.name())).as("%s was here", news.name()).isTrue();
                    assertThat(news).isEqualTo(Heard.left(news.name(), here.size()));
                    left++;
                }
                default -> assertThat(here).contains(news.name());
            }
        }
        assertThat(here).containsExactlyInAnyOrder("witness", "speaker");
    }

    private static void talkUntil(AtomicBoolean over, RawWebSocket speaker) throws Exception {
        for (int i = 0; !over.get(); i++) {
            Heard mine = Heard.said("speaker", "message " + i);
            speaker.sendText(mine.message());
            Heard news = Heard.next(speaker);
            while (!news.equals(mine)) {
                assertThat(news.name()).isNotEqualTo("speaker");
                news = Heard.next(speaker);
            }
        }
    }

    private static CompletableFuture<Void> start(AtOnce.Task task) {
        return CompletableFuture.runAsync(() -> {
            try {
                task.run();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }, Thread::startVirtualThread);
    }
}
