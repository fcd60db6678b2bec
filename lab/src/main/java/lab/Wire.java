package lab;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The WebSocket wire format as far as a load client needs it: a handshake and whole frames (RFC 6455, 4.1 and 5.2).
final class Wire {
    /// First bytes of a frame that is a whole message: FIN and the opcode.
    static final int TEXT = 0x81, CLOSE = 0x88, PING = 0x89, PONG = 0x8A;

    /// One masking key for all frames. A browser must pick unpredictable ones; a load client on loopback need not.
    static final int MASKING_KEY = 0x37FA213D;

    /// The key of RFC 6455's own example, and what a server has to make of it.
    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==", ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    private Wire() {}

    static ByteBuffer upgradeRequest(String host, String path) {
        return ascii("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n");
    }

    static ByteBuffer upgradeResponse() {
        return ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + ACCEPT + "\r\n\r\n");
    }

    /// A frame as clients send it. The buffer is direct and ready to be written.
    static ByteBuffer masked(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocateDirect(14 + payload.length);
        putHeader(frame, first, 0x80, payload.length);
        frame.putInt(MASKING_KEY);
        int start = frame.position();
        frame.put(payload).flip().position(start);
        mask(frame, MASKING_KEY);
        return frame.rewind();
    }

    /// A frame as servers send it.
    static ByteBuffer plain(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocateDirect(10 + payload.length);
        putHeader(frame, first, 0, payload.length);
        return frame.put(payload).flip();
    }

    /// Masks, or unmasks, what remains in the buffer. Its position stays.
    static void mask(ByteBuffer payload, int key) {
        int at = payload.position();
        for (; at + 4 <= payload.limit(); at += 4) {
            payload.putInt(at, payload.getInt(at) ^ key);
        }
        for (int shift = 24; at < payload.limit(); at++, shift -= 8) {
            payload.put(at, (byte) (payload.get(at) ^ (key >>> shift)));
        }
    }

    /// The length of the header [#putHeader] writes, without a masking key.
    static int headerLength(int payloadLength) {
        return payloadLength < 126 ? 2 : payloadLength < 0x10000 ? 4 : 10;
    }

    static void putHeader(ByteBuffer frame, int first, int maskBit, int payloadLength) {
        frame.put((byte) first);
        switch (headerLength(payloadLength)) {
            case 2 -> frame.put((byte) (maskBit | payloadLength));
            case 4 -> frame.put((byte) (maskBit | 126)).putShort((short) payloadLength);
            default -> frame.put((byte) (maskBit | 127)).putLong(payloadLength);
        }
    }

    /// Reads up to the end of an HTTP head and not a byte further.
    ///
    /// @throws IOException the peer hung up before
    static void readHead(InputStream in) throws IOException {
        for (int matched = 0; matched < 4;) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the peer hung up in the handshake");
            }
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
    }

    static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
