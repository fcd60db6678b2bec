package chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.against.YourServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/// A WebSocket client without manners: whatever RFC 6455 forbids, it can do.
public final class RawWebSocket extends RawConnection {

    private RawWebSocket(Socket socket) throws IOException {
        super(socket);
    }

    /// A frame as it came.
    ///
    /// @param first FIN, RSV and opcode, as [Wire] names them
    public record Received(int first, ByteBuffer payload) {

        public String text() {
            return UTF_8.decode(payload.duplicate()).toString();
        }

        public byte[] bytes() {
            byte[] bytes = new byte[payload.remaining()];
            payload.duplicate().get(bytes);
            return bytes;
        }
    }

    /// A close frame; its code is 1005 if it had none (RFC 6455, section 7.1.5).
    public record Close(int code, String reason) {}

    /// An open WebSocket.
    public static RawWebSocket open(int port, String path) throws IOException {
        return open(port, path, 0);
    }

    /// An open WebSocket whose receive buffer has this many bytes.
    public static RawWebSocket open(int port, String path, int receiveBuffer) throws IOException {
        RawWebSocket raw = new RawWebSocket(socket(port, receiveBuffer));
        raw.send(HandshakeRequest.to(port, path));
        HttpAnswer answer = raw.answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(101);
        assertThat(answer.header("Sec-WebSocket-Accept")).isEqualTo(HandshakeRequest.ACCEPT);
        return raw;
    }

    /// An open WebSocket that the server listens to: the handshake alone does not say so, a pong does. Messages that
    /// came before it are dropped.
    public static RawWebSocket openAndHeard(int port, String path) throws IOException {
        RawWebSocket raw = open(port, path);
        raw.send(Wire.PING, new byte[0]);
        raw.pong();
        return raw;
    }

    /// Sends one frame, masked.
    public void send(int first, byte[] payload) throws IOException {
        send(Wire.frame(first, payload));
    }

    public void sendText(String text) throws IOException {
        send(Wire.frame(Wire.TEXT, text));
    }

    public void sendClose(int code) throws IOException {
        send(Wire.CLOSE, Wire.closing(code, ""));
    }

    /// The next frame.
    public Received read() throws IOException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        Received frame = readAny();
        while (YourServer.onlySaysThatItLives(frame)) {
            assertThat(System.nanoTime() < end).as("a frame other than a heartbeat within 10 seconds").isTrue();
            frame = readAny();
        }
        return frame;
    }

    private Received readAny() throws IOException {
        int first = readByte();
        int length = readByte();
        assertThat(length & Wire.MASKED).as("a server masks nothing").isZero();
        long size = switch (length) {
            case 126 -> ByteBuffer.wrap(in.readNBytes(2)).getShort() & 0xFFFF;
            case 127 -> ByteBuffer.wrap(in.readNBytes(8)).getLong();
            default -> length;
        };
        byte[] payload = in.readNBytes(Math.toIntExact(size));
        if (payload.length < size) {
            throw new EOFException("the connection ended within a frame");
        }
        return new Received(first, ByteBuffer.wrap(payload));
    }

    /// The payload of the next pong; messages before it are dropped.
    byte[] pong() throws IOException {
        return next(Wire.PONG).bytes();
    }

    /// The server's close frame; messages before it are dropped.
    public Close closing() throws IOException {
        return closeOf(next(Wire.CLOSE));
    }

    static Close closeOf(Received frame) {
        assertThat(frame.first()).isEqualTo(Wire.CLOSE);
        ByteBuffer payload = frame.payload().duplicate();
        assertThat(payload.remaining()).as("bytes in a legal close frame").isLessThanOrEqualTo(125);
        return payload.remaining() < 2 ? new Close(1005, "")
                : new Close(payload.getShort() & 0xFFFF, UTF_8.decode(payload).toString());
    }

    private Received next(int first) throws IOException {
        Received frame = read();
        while (frame.first() != first) {
            assertThat(frame.first()).as("a message before the frame waited for").isIn(Wire.TEXT, Wire.BINARY);
            frame = read();
        }
        return frame;
    }

    private int readByte() throws IOException {
        try {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the connection has ended, where a frame was expected");
            }
            return next;
        } catch (SocketTimeoutException silence) {
            throw new AssertionError("the server sent nothing for 10 seconds, where a frame was expected", silence);
        }
    }
}
