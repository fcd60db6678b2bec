package chat;

import static chat.Heard.joined;
import static chat.Heard.left;
import static chat.Heard.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What this step does: whoever comes, speaks or leaves has a name, and everyone hears of it in the same words.
class TalkTest {

    private final TestServer server = TestServer.start();
    private RawWebSocket ada;
    private RawWebSocket bob;

    @BeforeEach
    void adaAndBobCome() throws Exception {
        ada = RawWebSocket.open(server.port(), Dialect.path("ada"));
        assertThat(Heard.next(ada)).isEqualTo(joined("ada", 1));
        bob = RawWebSocket.open(server.port(), Dialect.path("bob"));
        everyoneHears(joined("bob", 2));
    }

    @AfterEach
    void stop() {
        ada.close();
        bob.close();
        server.close();
    }

    @Test
    void aMessageIsOneDocumentOfThreeKeys() throws Exception {
        ada.sendText("hi");
        RawWebSocket.Received frame = bob.read();
        assertThat(frame.first()).isEqualTo(Wire.TEXT);
        assertThat(Heard.of(frame)).isEqualTo(new Heard(0, "ada", "hi"));
    }

    @Test
    void everyoneHearsWhatIsSaidTheSpeakerToo() throws Exception {
        ada.sendText("is anybody here?");
        everyoneHears(said("ada", "is anybody here?"));
        bob.sendText("I am");
        everyoneHears(said("bob", "I am"));
    }

    @Test
    void joinsAndLeavesAreCountedInWords() throws Exception {
        try (RawWebSocket carol = RawWebSocket.open(server.port(), Dialect.path("carol"))) {
            assertThat(Heard.next(carol)).isEqualTo(joined("carol", 3));
            everyoneHears(joined("carol", 3));
            carol.sendClose(1000);
            assertThat(RawWebSocket.closeOf(carol.read()).code()).isEqualTo(1000);
        }
        everyoneHears(left("carol", 2));
        ada.close();
        assertThat(Heard.next(bob)).isEqualTo(left("ada", 1));
    }

    @Test
    void aBlankTextReachesNobody() throws Exception {
        for (String blank : new String[]{"", " ", "\t", "\r\n", "\u3000\u2003 "}) {
            ada.sendText(blank);
        }
        ada.sendText("that was nothing");
        everyoneHears(said("ada", "that was nothing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", " with spaces ", "Grüße, 世界, 👋", "two\nlines\r\n", "\u0000\u001b[31m\u007f\u0085",
            "\ufeff", "\u202egpj.exe", "one\u2028two\u2029three", "\ufffd", "<img src=x onerror=alert(1)>",
            "{\"type\":0}",
            "\"\\/\b"})
    void aTextIsDeliveredAsTyped(String text) throws Exception {
        ada.sendText(text);
        everyoneHears(said("ada", text));
    }

    @Test
    void theLongestTextIsDelivered() throws Exception {
        String longest = "\u0001".repeat(8192);
        ada.sendText(longest);
        everyoneHears(said("ada", longest));
    }

    @Test
    void aTextInThreeFragmentsIsOneMessage() throws Exception {
        ada.send(Wire.join(Wire.frame(Wire.FIRST_TEXT, "you "), Wire.frame(Wire.CONTINUATION, "are "),
                Wire.frame(Wire.LAST, "called")));
        everyoneHears(said("ada", "you are called"));
    }

    @Test
    void framesInTheSamePacketAsTheHandshakeAreNotLost() throws Exception {
        try (RawConnection raw = RawConnection.dial(server.port())) {
            String handshake = HandshakeRequest.to(server.port(), Dialect.path("carol")).toString();
            raw.send(Wire.join(Wire.ascii(handshake), Wire.frame(Wire.TEXT, "one"), Wire.frame(Wire.TEXT, "two")));
            everyoneHears(joined("carol", 3), said("carol", "one"), said("carol", "two"));
        }
    }

    @Test
    void aNewcomerHearsWhatHappensFromNowOn() throws Exception {
        ada.sendText("before");
        everyoneHears(said("ada", "before"));
        try (RawWebSocket carol = RawWebSocket.open(server.port(), Dialect.path("carol"))) {
            assertThat(Heard.next(carol)).isEqualTo(joined("carol", 3));
            bob.sendText("after");
            assertThat(Heard.next(carol)).isEqualTo(said("bob", "after"));
        }
    }

    @Test
    void aNewcomerIsLetInAmidABurst() throws Exception {
        byte[] burst = Wire.join(IntStream.range(0, 500).mapToObj(i -> Wire.frame(Wire.TEXT, "message " + i))
                .toArray(byte[][]::new));
        ada.send(burst);
        try (RawWebSocket carol = Dialect.member(server.port(), "carol")) {
            carol.sendText("I am in");
            Heard news = Heard.next(carol);
            for (; !news.name().equals("carol"); news = Heard.next(carol)) {
                assertThat(news.name()).isEqualTo("ada");
            }
            assertThat(news).isEqualTo(said("carol", "I am in"));
        }
    }

    private void everyoneHears(Heard... news) throws IOException {
        assertThat(Heard.next(ada, news.length)).containsExactly(news);
        assertThat(Heard.next(bob, news.length)).containsExactly(news);
    }
}
