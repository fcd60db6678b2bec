package chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.edge.Frame;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The wire format, byte by byte.
class MessageTest {

    @Test
    void whatIsSaidHasThreeKeysInThisOrder() {
        assertThat(json(Message.said("ada", "hi"))).isEqualTo("{\"type\":0,\"name\":\"ada\",\"message\":\"hi\"}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 person", "2, 2 people", "1000, 1000 people"})
    void whoComesIsAnnouncedWithTheirNumber(int people, String inWords) {
        Message message = Message.joined("ada", people);
        String text = "ada joined, " + inWords + " in the room";
        assertThat(json(message)).isEqualTo("{\"type\":1,\"name\":\"ada\",\"message\":\"" + text + "\"}");
        assertThat(message.line()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 people", "1, 1 person", "2, 2 people"})
    void whoLeavesIsAnnouncedWithTheNumberOfThoseWhoStay(int people, String inWords) {
        Message message = Message.left("ada", people);
        String text = "ada left, " + inWords + " in the room";
        assertThat(json(message)).isEqualTo("{\"type\":2,\"name\":\"ada\",\"message\":\"" + text + "\"}");
        assertThat(message.line()).isEqualTo(text);
    }

    @Test
    void textsAndNamesAreEscapedAndNothingElseIsChanged() {
        String hostile = "\" \\ \n \u0001 </script> &lt; \ud83d\ude00 \u2028 \u202e";
        Message message = Message.said("a\"b", hostile);
        assertThat(Heard.of(json(message))).isEqualTo(Heard.said("a\"b", hostile));
        assertThat(json(message)).contains("\\\" \\\\ \\n \\u0001 </script>").doesNotContain("\n");
        assertThat(message.line()).isEqualTo("a\"b: " + hostile);
    }

    @Test
    void aFileIsItsNameAndThenItsOwnFrameUnchanged() throws Exception {
        byte[] bytes = Wire.join(Wire.bytes(7, 0), "../../x".getBytes(UTF_8), Wire.bytes(0, 255, 1));
        Frame frame = Frame.binary(ByteBuffer.wrap(bytes));
        Message message = Message.file("ada", FileFrame.of(frame));
        assertThat(message.frames()).hasSize(2).last().isSameAs(frame);
        assertThat(message.frames().getFirst())
                .isEqualTo(Frame.text("{\"type\":3,\"name\":\"ada\",\"message\":\"../../x\"}"));
        assertThat(message.line()).isEqualTo("ada sends a file: ../../x");
    }

    @Test
    void aMessageWeighsTheBytesOfAllItsFrames() throws Exception {
        assertThat(Message.said("ada", "\u00e4").size())
                .isEqualTo("{\"type\":0,\"name\":\"ada\",\"message\":\"__\"}".length());
        FileFrame file = FileFrame.of(Frame.binary(ByteBuffer.wrap(Dialect.file(1000))));
        assertThat(Message.file("ada", file).size())
                .isEqualTo(1000 + "{\"type\":3,\"name\":\"ada\",\"message\":\"f\"}".length());
    }

    /// The only frame, which is text.
    private static String json(Message message) {
        List<Frame> frames = message.frames();
        assertThat(frames).singleElement().extracting(Frame::type).isEqualTo(Frame.Type.TEXT);
        return frames.getFirst().text();
    }
}
