package chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;

/// A visitor who came by WebSocket.
final class WebSocketVisitor extends Visitor {

    private final RawWebSocket socket;

    private WebSocketVisitor(String name, RawWebSocket socket) {
        super(name, socket);
        this.socket = socket;
    }

    /// @param receiveBuffer in bytes; 0: whatever the system gives
    static Visitor open(int port, String name, int receiveBuffer) throws IOException {
        return new WebSocketVisitor(name, RawWebSocket.open(port, Dialect.path(name), receiveBuffer)).reading();
    }

    @Override
    void send(String text) throws IOException {
        socket.sendText(text);
    }

    @Override
    String sendFile(String file, int size) throws IOException {
        socket.send(Wire.BINARY, packed(file, size));
        return noted(this + " sends a file: " + file);
    }

    @Override
    void leave() throws IOException {
        socket.sendClose(1000);
    }

    @Override
    String next() throws IOException {
        RawWebSocket.Received frame = socket.read();
        if (frame.first() == Wire.CLOSE) {
            throw new EOFException("the server says goodbye");
        }
        Heard next = Heard.of(frame);
        if (next.type() == Heard.FILE) {
            byte[] file = socket.read().bytes();
            assertThat(file).as(next.message()).isEqualTo(packed(next.message(), file.length));
            return next.name() + " sends a file: " + next.message();
        }
        return next.type() == Heard.SAID ? next.name() + ": " + next.message() : next.message();
    }

    private static byte[] packed(String name, int size) {
        byte[] bytes = name.getBytes(UTF_8);
        byte[] file = Wire.join(Wire.bytes(bytes.length, 0), bytes, new byte[size - 2 - bytes.length]);
        for (int i = 2 + bytes.length; i < file.length; i++) {
            file[i] = (byte) (i * 31 + name.hashCode());
        }
        return file;
    }
}
