package lab;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A text message of a fixed length with a number in it, built once and written many times. What comes back, from
/// whichever server and in whatever it is wrapped, still holds the number.
final class StampedText {
    private static final byte MARK = '#';
    private static final int DIGITS = 16;

    private final ByteBuffer frame;
    private final int digits;

    /// @param length of the text in bytes, at least 17
    StampedText(int length) {
        byte[] text = ("#" + "0".repeat(DIGITS) + ".".repeat(length - DIGITS - 1)).getBytes(StandardCharsets.US_ASCII);
        frame = Wire.masked(Wire.TEXT, text);
        digits = frame.limit() - length + 1;
    }

    /// The frame to send, with this number in it. The same buffer each time.
    ByteBuffer with(long stamp) {
        for (int i = 0; i < DIGITS; i++) {
            int digit = Character.forDigit((int) (stamp >>> (60 - 4 * i)) & 0xF, 16);
            int key = Wire.MASKING_KEY >>> (24 - 8 * ((i + 1) % 4));
            frame.put(digits + i, (byte) (digit ^ key));
        }
        return frame.rewind();
    }

    /// The number in a payload, -1 if there is none. The payload's position stays.
    static long stampIn(ByteBuffer payload) {
        for (int at = payload.position(); at + DIGITS < payload.limit(); at++) {
            if (payload.get(at) == MARK) {
                return number(payload, at + 1);
            }
        }
        return -1;
    }

    private static long number(ByteBuffer payload, int start) {
        long number = 0;
        for (int at = start; at < start + DIGITS; at++) {
            int digit = Character.digit(payload.get(at), 16);
            if (digit < 0) {
                return -1;
            }
            number = (number << 4) | digit;
        }
        return number;
    }
}
