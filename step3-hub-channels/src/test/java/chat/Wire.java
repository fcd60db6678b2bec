package chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Frames as bytes, right ones and wrong ones (RFC 6455, section 5.2).
public final class Wire {

    /// First bytes of a frame: FIN and opcode. Without FIN it is the first fragment of several.
    public static final int FIN = 0x80, CONTINUATION = 0x00, TEXT = FIN | 1, BINARY = FIN | 2, CLOSE = FIN | 8,
            PING = FIN | 9, PONG = FIN | 10, FIRST_TEXT = 1, FIRST_BINARY = 2, LAST = FIN;

    static final int MASKED = 0x80;

    /// RFC 6455's own example key (section 5.7).
    private static final byte[] KEY = {0x37, (byte) 0xfa, 0x21, 0x3d};

    private Wire() {}

    /// A masked frame, as clients must send it.
    public static byte[] frame(int first, byte[] payload) {
        byte[] masked = payload.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= KEY[i % 4];
        }
        return join(header(first, payload.length), masked);
    }

    public static byte[] frame(int first, String text) {
        return frame(first, text.getBytes(UTF_8));
    }

    /// A frame as only servers may send it.
    static byte[] unmasked(int first, String text) {
        return join(new byte[]{(byte) first, (byte) text.length()}, text.getBytes(UTF_8));
    }

    /// The header of a masked frame, its key included.
    public static byte[] header(int first, long length) {
        ByteBuffer header = ByteBuffer.allocate(14).put((byte) first);
        if (length < 126) {
            header.put((byte) (MASKED | length));
        } else if (length < 0x10000) {
            header.put((byte) (MASKED | 126)).putShort((short) length);
        } else {
            header.put((byte) (MASKED | 127)).putLong(length);
        }
        header.put(KEY);
        return Arrays.copyOf(header.array(), header.position());
    }

    /// The payload of a close frame.
    static byte[] closing(int code, String reason) {
        return join(new byte[]{(byte) (code >> 8), (byte) code}, reason.getBytes(UTF_8));
    }

    public static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /// Bytes given as numbers from 0 to 255.
    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
