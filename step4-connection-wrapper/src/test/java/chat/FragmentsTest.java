package chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages in pieces, as RFC 6455 allows them: they arrive whole.
class FragmentsTest {

    private final TestServer server = TestServer.start();
    private Dialect talk;

    @BeforeEach
    void open() throws Exception {
        talk = Dialect.open(server);
    }

    @AfterEach
    void close() throws Exception {
        talk.close();
        server.close();
    }

    @Test
    void aMessageInThreeFragmentsIsHeardWhole() throws Exception {
        talk.speaker().send(Wire.join(Wire.frame(Wire.FIRST_TEXT, "you "), Wire.frame(Wire.CONTINUATION, "are "),
                Wire.frame(Wire.LAST, "called")));
        assertThat(talk.heard()).isEqualTo("you are called");
    }

    @Test
    void aCharacterMayBeSplitOverFragments() throws Exception {
        byte[] text = "世界 👋".getBytes(UTF_8);
        for (int cut = 0; cut <= text.length; cut++) {
            talk.speaker().send(Wire.FIRST_TEXT, Arrays.copyOf(text, cut));
            talk.speaker().send(Wire.LAST, Arrays.copyOfRange(text, cut, text.length));
            assertThat(talk.heard()).as("cut at %d", cut).isEqualTo("世界 👋");
        }
    }

    @Test
    void aFileInFragmentsIsDeliveredWhole() throws Exception {
        byte[] file = Dialect.file(200_000);
        talk.speaker().send(Wire.FIRST_BINARY, Arrays.copyOf(file, 1));
        talk.speaker().send(Wire.CONTINUATION, Arrays.copyOfRange(file, 1, 70_000));
        talk.speaker().send(Wire.LAST, Arrays.copyOfRange(file, 70_000, 200_000));
        assertThat(talk.heardFile()).isEqualTo(file);
    }

    @Test
    void theSmallestWritesMakeTheSameMessage() throws Exception {
        for (byte one : Wire.frame(Wire.TEXT, "one byte at a time, " + "x".repeat(200))) {
            talk.speaker().send(new byte[]{one});
        }
        assertThat(talk.heard()).isEqualTo("one byte at a time, " + "x".repeat(200));
    }

    @Test
    void aPingBetweenFragmentsIsAnsweredBeforeTheMessageIsWhole() throws Exception {
        byte[] payload = Arrays.copyOf(Dialect.file(200), 125);
        talk.speaker().send(Wire.frame(Wire.FIRST_TEXT, "hel"));
        talk.speaker().send(Wire.PING, payload);
        assertThat(talk.speaker().pong()).isEqualTo(payload);
        talk.speaker().send(Wire.frame(Wire.LAST, "lo"));
        assertThat(talk.heard()).isEqualTo("hello");
    }

    @Test
    void aPingInTheSamePacketIsAnsweredFirst() throws Exception {
        talk.speaker().send(Wire.join(Wire.frame(Wire.FIRST_TEXT, "hel"), Wire.frame(Wire.PING, "now"),
                Wire.frame(Wire.LAST, "lo")));
        assertThat(talk.speaker().pong()).isEqualTo("now".getBytes(UTF_8));
        assertThat(talk.heard()).isEqualTo("hello");
    }

    @Test
    void aPongNobodyAskedForIsIgnored() throws Exception {
        talk.speaker().send(Wire.frame(Wire.PONG, "unasked"));
        talk.speaker().sendText("and?");
        assertThat(talk.heard()).isEqualTo("and?");
    }
}
