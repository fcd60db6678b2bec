package lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Cuts what one peer sent into its HTTP head and its frames. Makes no object per frame.
final class FrameReader {
    /// The largest payload that is handed out. Longer frames are counted, their bytes skipped.
    static final int LARGEST_PAYLOAD = 32 * 1024;

    private static final int BLANK_LINE = 0x0D0A0D0A;
    private static final int LARGEST_HEAD = 8 * 1024;

    private boolean headSeen;
    private long toSkip;

    /// Where the pieces go.
    interface Sink {
        void head(String head) throws IOException;

        /// One whole frame.
        ///
        /// @param first the first byte: FIN and opcode
        /// @param length of the payload, in bytes
        /// @param payload unmasked and valid only during the call; empty when the frame was skipped
        void frame(int first, long length, ByteBuffer payload) throws IOException;
    }

    /// Takes every whole piece out of the buffer. What remains in it is the beginning of the next piece.
    void read(ByteBuffer in, Sink sink) throws IOException {
        if (!headSeen && !readHead(in, sink)) {
            return;
        }
        while (skip(in) && readFrame(in, sink)) {
            // the next one
        }
    }

    private boolean readHead(ByteBuffer in, Sink sink) throws IOException {
        for (int end = in.position() + 4; end <= in.limit(); end++) {
            if (in.getInt(end - 4) == BLANK_LINE) {
                byte[] head = new byte[end - in.position()];
                in.get(head);
                headSeen = true;
                sink.head(new String(head, StandardCharsets.ISO_8859_1));
                return true;
            }
        }
        if (in.remaining() > LARGEST_HEAD) {
            throw new IOException("the handshake does not end");
        }
        return false;
    }

    private boolean skip(ByteBuffer in) {
        int now = (int) Math.min(toSkip, in.remaining());
        in.position(in.position() + now);
        toSkip -= now;
        return toSkip == 0;
    }

    private boolean readFrame(ByteBuffer in, Sink sink) throws IOException {
        int start = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        int first = in.get(start) & 0xFF;
        boolean masked = in.get(start + 1) < 0;
        int shortLength = in.get(start + 1) & 0x7F;
        int header = (shortLength < 126 ? 2 : shortLength == 126 ? 4 : 10) + (masked ? 4 : 0);
        if (in.remaining() < header) {
            return false;
        }
        long length = shortLength < 126 ? shortLength
                : shortLength == 126 ? in.getShort(start + 2) & 0xFFFF : in.getLong(start + 2);
        if (length > LARGEST_PAYLOAD) {
            in.position(start + header);
            toSkip = length;
            sink.frame(first, length, ByteBuffer.allocate(0));
            return true;
        }
        if (in.remaining() < header + length) {
            return false;
        }
        int end = in.limit();
        int next = start + header + (int) length;
        in.position(start + header).limit(next);
        if (masked) {
            Wire.mask(in, in.getInt(start + header - 4));
        }
        sink.frame(first, length, in);
        in.limit(end).position(next);
        return true;
    }
}
