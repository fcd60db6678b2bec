package chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.edge.Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;

/// A file in one binary frame: `[uint16 little-endian: length of name][name, UTF-8][bytes]`, as in article 001.
///
/// @param name  as the sender wrote it; it may be hostile, and whoever shows or saves it cleans it first
/// @param frame the whole frame, as it came
record FileFrame(String name, Frame frame) {

    private static final int LENGTH_BYTES = 2;

    /// What is wrong with a frame that is no file, in words.
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        private final String reason;

        Malformed(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /// Reads the name; the file's own bytes may be any.
    static FileFrame of(Frame frame) throws Malformed {
        ByteBuffer bytes = frame.payload().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < LENGTH_BYTES) {
            throw new Malformed("a file frame begins with the length of its name, two bytes");
        }
        int length = Short.toUnsignedInt(bytes.getShort());
        if (length == 0) {
            throw new Malformed("a file needs a name");
        }
        if (length > bytes.remaining()) {
            throw new Malformed("the file's name is said to be longer than its frame");
        }
        try {
            return new FileFrame(UTF_8.newDecoder().decode(bytes.slice(bytes.position(), length)).toString(), frame);
        } catch (CharacterCodingException notText) {
            throw new Malformed("the file's name is not UTF-8");
        }
    }
}
