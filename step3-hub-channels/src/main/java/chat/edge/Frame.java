package chat.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// One whole message, as Go's `(messageType, message)`: text or binary, put together from all its fragments.
///
/// Immutable and free to share: the payload is read-only, and whoever reads it takes a `duplicate()` first.
///
/// @param type    what the sender said it is
/// @param payload the message's bytes; UTF-8 if it is text
public record Frame(Type type, ByteBuffer payload) {

    /// The two kinds of message of RFC 6455, section 5.6.
    public enum Type {
        TEXT, BINARY
    }

    public Frame {
        payload = payload.asReadOnlyBuffer();
    }

    /// A text message.
    public static Frame text(String text) {
        return new Frame(Type.TEXT, UTF_8.encode(text));
    }

    /// A binary message; the caller does not change the bytes any more.
    public static Frame binary(ByteBuffer bytes) {
        return new Frame(Type.BINARY, bytes);
    }

    /// The payload, read as UTF-8.
    public String text() {
        return UTF_8.decode(payload.duplicate()).toString();
    }

    /// The payload's length in bytes.
    public int size() {
        return payload.remaining();
    }

    /// Type and size, never the content: this is what a log may say.
    @Override
    public String toString() {
        return type + " of " + size() + " bytes";
    }
}
