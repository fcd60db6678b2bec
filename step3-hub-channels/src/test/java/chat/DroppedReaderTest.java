package chat;

import static chat.Heard.joined;
import static chat.Heard.left;
import static chat.Heard.said;
import static java.lang.management.ManagementFactory.getMemoryMXBean;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Step 2 kept everything for a reader that had stopped, without bound. Here it is dropped when its outbox is full:
/// it alone.
class DroppedReaderTest {

    private static final byte[] FILE = Wire.frame(Wire.BINARY, Dialect.file(1_000_000));
    private static final int SURELY_TOO_MANY = 40;

    private final TestServer server = TestServer.start("--close-deadline=60s");
    private RawWebSocket ada;
    private RawWebSocket bob;

    @BeforeEach
    void twoCome() throws Exception {
        ada = Dialect.member(server.port(), "ada");
        bob = Dialect.member(server.port(), "bob");
        assertThat(Heard.next(ada)).isEqualTo(joined("bob", 2));
    }

    @AfterEach
    void stop() {
        ada.close();
        bob.close();
        server.close();
    }

    @Test
    void aStalledReaderIsDroppedWithCode1008AndLeavesOnce() throws Exception {
        try (RawWebSocket stalled = newcomer(3)) {
            fillUntilLeft(2);
            bothHearWhatAdaSays("before it is gone");
            stalled.sendText("nobody hears me");
            RawWebSocket.Close close = stalled.closing();
            assertThat(close).isEqualTo(new RawWebSocket.Close(1008, "too slow"));
        }
        try (RawWebSocket carol = Dialect.member(server.port(), "carol")) {
            bothHear(joined("carol", 3));
            carol.sendText("who was that?");
            bothHear(said("carol", "who was that?"));
        }
    }

    @Test
    void itsNameIsFreeAtOnceAndItsEndDoesNotTakeTheNameAway() throws Exception {
        try (RawWebSocket stalled = newcomer(3)) {
            fillUntilLeft(2);
            try (RawWebSocket successor = RawWebSocket.open(server.port(), Dialect.path("stalled"))) {
                assertThat(Heard.next(successor)).isEqualTo(joined("stalled", 3));
                bothHear(joined("stalled", 3));
                stalled.reset();
                for (int i = 0; i < 100; i++) {
                    successor.sendText("message " + i);
                    bothHear(said("stalled", "message " + i));
                }
            }
        }
        bothHear(left("stalled", 2));
    }

    @Test
    void severalAreDroppedAtOnceAndEveryLeaveIsCounted() throws Exception {
        try (RawWebSocket _ = newcomer("slow 1", 3);
                RawWebSocket _ = newcomer("slow 2", 4);
                RawWebSocket _ = newcomer("slow 3", 5)) {
            fillUntilLeft(4, 3, 2);
            bothHearWhatAdaSays("we two");
        }
    }

    @Test
    void memoryIsBoundedHoweverMuchIsSent() throws Exception {
        long before = usedHeap();
        try (RawWebSocket _ = newcomer(3)) {
            fillUntilLeft(2);
            for (int i = 0; i < 100; i++) {
                sendFile();
            }
            bothHearWhatAdaSays("that was all");
            assertThat(usedHeap() - before).as("bytes kept, of a hundred million sent").isLessThan(16_000_000);
        }
    }

    private RawWebSocket newcomer(int people) throws Exception {
        return newcomer("stalled", people);
    }

    private RawWebSocket newcomer(String name, int people) throws Exception {
        RawWebSocket newcomer = RawWebSocket.open(server.port(), Dialect.path(name), 4096);
        assertThat(Heard.next(newcomer)).isEqualTo(joined(name, people));
        bothHear(joined(name, people));
        return newcomer;
    }

    /// Ada sends files, which bob reads and the others do not, until there are only so many people left. When exactly
    /// somebody leaves is open, but both hear it at the same place of the talk.
    private void fillUntilLeft(int... people) throws Exception {
        List<Heard> toAda = new ArrayList<>();
        List<Heard> toBob = new ArrayList<>();
        for (int sent = 0; toAda.size() < people.length; sent++) {
            assertThat(sent).as("files that somebody did not read").isLessThan(SURELY_TOO_MANY);
            ada.send(FILE);
            ada.sendText("file " + sent);
            assertThat(nextBut(toAda, ada)).isEqualTo(said("ada", "file " + sent));
            assertThat(nextBut(toBob, bob)).isEqualTo(Heard.file("ada", "f"));
            assertThat(bob.read().bytes()).hasSize(1_000_000);
            assertThat(nextBut(toBob, bob)).isEqualTo(said("ada", "file " + sent));
            assertThat(toBob).isEqualTo(toAda);
        }
        assertThat(toAda).hasSize(people.length);
        for (int i = 0; i < people.length; i++) {
            assertThat(toAda.get(i)).isEqualTo(left(toAda.get(i).name(), people[i]));
        }
    }

    private static Heard nextBut(List<Heard> leaves, RawWebSocket client) throws IOException {
        Heard news = Heard.next(client);
        while (news.type() == Heard.LEFT) {
            leaves.add(news);
            news = Heard.next(client);
        }
        return news;
    }

    private void sendFile() throws Exception {
        ada.send(FILE);
        assertThat(Heard.next(bob)).isEqualTo(Heard.file("ada", "f"));
        assertThat(bob.read().bytes()).hasSize(1_000_000);
    }

    private void bothHearWhatAdaSays(String text) throws Exception {
        ada.sendText(text);
        bothHear(said("ada", text));
    }

    private void bothHear(Heard news) throws Exception {
        assertThat(Heard.next(ada)).isEqualTo(news);
        assertThat(Heard.next(bob)).isEqualTo(news);
    }

    private static long usedHeap() {
        System.gc();
        return getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
