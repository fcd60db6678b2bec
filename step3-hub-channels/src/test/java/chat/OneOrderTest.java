package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who comes, who leaves, what is said and what is sent: all of it is one sequence, the same for everyone.
class OneOrderTest {

    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 25;
    private static final List<Integer> WHAT_EACH_DOES = List.of(Heard.JOINED, Heard.SAID, Heard.FILE, Heard.SAID,
            Heard.LEFT);

    @Test
    void textsFilesJoinsAndLeavesComeInOneOrderAndAFileRightAfterItsAnnouncement() throws Exception {
        try (TestServer server = TestServer.start();
                RawWebSocket first = Dialect.member(server.port(), "first");
                RawWebSocket second = Dialect.member(server.port(), "second");
                Terminal third = Terminal.member(server.tcpPort())) {
            assertThat(Heard.next(first, 2)).extracting(Heard::name).containsExactly("second", third.name());
            assertThat(Heard.next(second)).extracting(Heard::name).isEqualTo(third.name());
            assertThat(AtOnce.run(IntStream
                    .range(0, AT_ONCE).<AtOnce.Task>mapToObj(i -> () -> comeTalkAndLeave(server, 1000 * i)).toList()))
                    .isEmpty();
            List<Heard> heard = everything(first);
            Map<String, List<Integer>> whatWhoDid = heard.stream().collect(
                    Collectors.groupingBy(Heard::name, Collectors.mapping(Heard::type, Collectors.toList())));
            assertThat(whatWhoDid).hasSize(AT_ONCE * ROUNDS);
            assertThat(whatWhoDid.values()).allMatch(WHAT_EACH_DOES::equals);
            assertThat(everything(second)).isEqualTo(heard);
            assertThat(third.lines(heard.size())).isEqualTo(heard.stream().map(Heard::line).toList());
        }
    }

    /// Each comes once, so that nobody waits for a name to be free again, and sends a file as long as its name says.
    private static void comeTalkAndLeave(TestServer server, int least) throws Exception {
        for (int size = least + 10; size < least + 10 + ROUNDS; size++) {
            try (RawWebSocket speaker = Dialect.member(server.port(), String.valueOf(size))) {
                speaker.sendText("here comes a file");
                speaker.send(Wire.BINARY, Dialect.file(size));
                speaker.sendText("that was a file");
                speaker.sendClose(1000);
                assertThat(speaker.hasEnded()).isTrue();
            }
        }
    }

    private static List<Heard> everything(RawWebSocket witness) throws Exception {
        List<Heard> heard = new ArrayList<>();
        while (heard.size() < AT_ONCE * ROUNDS * WHAT_EACH_DOES.size()) {
            Heard news = Heard.next(witness);
            heard.add(news);
            if (news.type() == Heard.FILE) {
                RawWebSocket.Received file = witness.read();
                assertThat(file.first()).isEqualTo(Wire.BINARY);
                assertThat(file.bytes()).isEqualTo(Dialect.file(Integer.parseInt(news.name())));
            }
        }
        return heard;
    }
}
