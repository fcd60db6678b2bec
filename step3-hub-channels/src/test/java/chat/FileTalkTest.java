package chat;

import static chat.Heard.file;
import static chat.Heard.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who hears of a file: everyone but its sender, first its name, then the frame as it came.
class FileTalkTest {

    private final TestServer server = TestServer.start();
    private RawWebSocket ada;
    private List<RawWebSocket> others;

    @BeforeEach
    void threeComeAndAda() throws Exception {
        others = List.of(Dialect.member(server.port(), "bob"), Dialect.member(server.port(), "carol"),
                Dialect.member(server.port(), "dave"));
        ada = Dialect.member(server.port(), "ada");
        for (RawWebSocket other : others) {
            for (Heard news = Heard.next(other); !news.name().equals("ada"); news = Heard.next(other)) {
                assertThat(news.type()).isEqualTo(Heard.JOINED);
            }
        }
    }

    @AfterEach
    void stop() {
        ada.close();
        others.forEach(RawWebSocket::close);
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 125, 126, 65_535, 65_536, 1_048_576})
    void aFileFollowsItsAnnouncementUnchanged(int size) throws Exception {
        ada.send(Wire.BINARY, Dialect.file(size));
        for (RawWebSocket other : others) {
            assertThat(Heard.next(other)).isEqualTo(file("ada", "f"));
            RawWebSocket.Received frame = other.read();
            assertThat(frame.first()).isEqualTo(Wire.BINARY);
            assertThat(frame.bytes()).isEqualTo(Dialect.file(size));
        }
    }

    @Test
    void theSenderGetsNeitherTheFileNorItsAnnouncement() throws Exception {
        ada.send(Wire.BINARY, Dialect.file(1000));
        ada.sendText("have you got it?");
        assertThat(Heard.next(ada)).isEqualTo(said("ada", "have you got it?"));
    }

    @Test
    void textsAndFilesOfOneSenderKeepTheirOrder() throws Exception {
        for (int size = 10; size < 60; size++) {
            ada.sendText("file of " + size);
            ada.send(Wire.BINARY, Dialect.file(size));
        }
        for (RawWebSocket other : others) {
            for (int size = 10; size < 60; size++) {
                assertThat(Heard.next(other, 2)).containsExactly(said("ada", "file of " + size), file("ada", "f"));
                assertThat(other.read().bytes()).isEqualTo(Dialect.file(size));
            }
        }
    }

    @Test
    void nothingComesBetweenAnAnnouncementAndItsFile() throws Exception {
        assertThat(AtOnce.run(others.subList(0, 2).stream().<AtOnce.Task>map(other -> () -> {
            for (int i = 0; i < 100; i++) {
                other.sendText("meanwhile " + i);
                other.send(Wire.BINARY, Dialect.file(10 + i));
            }
        }).toList())).isEmpty();
        int files = 0;
        while (files < 200) {
            if (Heard.next(ada).type() == Heard.FILE) {
                assertThat(ada.read().first()).isEqualTo(Wire.BINARY);
                files++;
            }
        }
    }
}
