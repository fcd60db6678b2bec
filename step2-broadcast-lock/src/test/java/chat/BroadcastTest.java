package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What this step does: whatever one says, everyone else hears, as it was.
class BroadcastTest {

    private static final Duration A_WHILE = Duration.ofMillis(100);

    private final TestServer server = TestServer.start();
    private final List<RawWebSocket> people = new ArrayList<>();

    @BeforeEach
    void fourPeopleCome() throws Exception {
        for (int i = 0; i < 4; i++) {
            people.add(Dialect.member(server.port()));
        }
    }

    @AfterEach
    void stop() {
        people.forEach(RawWebSocket::close);
        server.close();
    }

    @Test
    void everybodyElseHears() throws Exception {
        people.get(1).sendText("is anybody here?");
        assertEveryoneHears("is anybody here?", people.get(0), people.get(2), people.get(3));
        people.get(0).sendText("everybody");
        assertEveryoneHears("everybody", people.get(1), people.get(2), people.get(3));
    }

    @Test
    void theSpeakerDoesNotHearItself() throws Exception {
        people.getFirst().sendText("hello");
        assertThat(people.getLast().read().text()).isEqualTo("hello");
        assertThat(people.getFirst().hearsNothingFor(A_WHILE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "", " ", "Grüße, 世界, 👋", "two\nlines\r\n", "\u0000\u001b[31m", "\ufeff",
            "<img src=x onerror=alert(1)>", "{\"type\":0}"})
    void aTextArrivesAsItWas(String text) throws Exception {
        people.getFirst().sendText(text);
        assertEveryoneHears(text, people.get(1), people.get(2), people.get(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 125, 126, 65_535, 65_536, 1_048_576})
    void aFileArrivesAsItWas(int size) throws Exception {
        people.getFirst().send(Wire.BINARY, Dialect.file(size));
        for (RawWebSocket receiver : people.subList(1, 4)) {
            RawWebSocket.Received file = receiver.read();
            assertThat(file.first()).isEqualTo(Wire.BINARY);
            assertThat(file.bytes()).isEqualTo(Dialect.file(size));
        }
    }

    @Test
    void textsAndFilesKeepTheirOrder() throws Exception {
        for (int i = 10; i < 60; i++) {
            people.getFirst().sendText("file of " + i);
            people.getFirst().send(Wire.BINARY, Dialect.file(i));
        }
        for (RawWebSocket receiver : people.subList(1, 4)) {
            for (int i = 10; i < 60; i++) {
                assertThat(receiver.read().text()).isEqualTo("file of " + i);
                assertThat(receiver.read().bytes()).isEqualTo(Dialect.file(i));
            }
        }
    }

    @Test
    void aMessageInThreeFragmentsArrivesInOneFrame() throws Exception {
        people.getFirst().send(Wire.join(Wire.frame(Wire.FIRST_TEXT, "you "), Wire.frame(Wire.CONTINUATION, "are "),
                Wire.frame(Wire.LAST, "called")));
        assertEveryoneHears("you are called", people.get(1), people.get(2), people.get(3));
    }

    @Test
    void framesInTheSamePacketAsTheHandshakeAreNotLost() throws Exception {
        try (RawConnection raw = RawConnection.dial(server.port())) {
            String handshake = HandshakeRequest.to(server.port(), Dialect.path()).toString();
            raw.send(Wire.join(Wire.ascii(handshake), Wire.frame(Wire.TEXT, "one"), Wire.frame(Wire.TEXT, "two")));
            for (RawWebSocket receiver : people) {
                assertThat(receiver.read().text()).isEqualTo("one");
                assertThat(receiver.read().text()).isEqualTo("two");
            }
        }
    }

    @Test
    void aNewcomerHearsWhatIsSaidFromNowOn() throws Exception {
        people.getFirst().sendText("before");
        assertThat(people.getLast().read().text()).isEqualTo("before");
        try (RawWebSocket newcomer = Dialect.member(server.port())) {
            people.getFirst().sendText("after");
            assertThat(newcomer.read().text()).isEqualTo("after");
        }
    }

    private static void assertEveryoneHears(String text, RawWebSocket... receivers) throws IOException {
        for (RawWebSocket receiver : receivers) {
            RawWebSocket.Received heard = receiver.read();
            assertThat(heard.first()).isEqualTo(Wire.TEXT);
            assertThat(heard.text()).isEqualTo(text);
        }
    }
}
