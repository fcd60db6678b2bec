package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/// How people talk in this step, so that tests of limits, frames and endings need not know it: how a newcomer connects,
/// and what a witness sees when something is said. Here the witness is the speaker itself: it hears its own echo.
final class Dialect implements AutoCloseable {

    private static final AtomicInteger SAID = new AtomicInteger();

    private final RawWebSocket speaker;
    private final TestClient bystander;

    private Dialect(RawWebSocket speaker, TestClient bystander) {
        this.speaker = speaker;
        this.bystander = bystander;
    }

    /// Where a newcomer connects.
    static String path() {
        return "/ws";
    }

    /// A newcomer who says nothing unless told to.
    static RawWebSocket newcomer(int port) throws IOException {
        return RawWebSocket.open(port, path());
    }

    /// A newcomer who does not read, while the server has more to tell it than the system's buffers hold.
    static RawWebSocket stalled(int port) throws IOException {
        RawWebSocket stalled = RawWebSocket.open(port, path(), 4096);
        Thread.ofVirtual().start(() -> sayTooMuch(stalled));
        return stalled;
    }

    private static void sayTooMuch(RawWebSocket speaker) {
        try {
            for (int i = 0; i < 50; i++) {
                speaker.send(Wire.BINARY, file(1_000_000));
            }
        } catch (IOException theServerHasGone) {
            assertThat(theServerHasGone).isNotNull();
        }
    }

    /// A speaker, whoever hears it, and a bystander.
    static Dialect open(TestServer server) throws IOException {
        return open(server.port());
    }

    static Dialect open(int port) throws IOException {
        return new Dialect(newcomer(port), TestClient.open(port, path()));
    }

    /// A binary message of this many bytes, at least 3, that every step takes: a file named `f`.
    static byte[] file(int size) {
        byte[] file = new byte[size];
        for (int i = 3; i < size; i++) {
            file[i] = (byte) (i * 31);
        }
        file[0] = 1;
        file[2] = 'f';
        return file;
    }

    /// Who breaks the rules.
    RawWebSocket speaker() {
        return speaker;
    }

    /// The next text the witness hears.
    String heard() throws IOException {
        RawWebSocket.Received frame = speaker.read();
        assertThat(frame.first()).as("a frame's first byte, FIN and opcode").isEqualTo(Wire.TEXT);
        return frame.text();
    }

    /// The next file the witness gets, as the frame it came in.
    byte[] heardFile() throws IOException {
        RawWebSocket.Received frame = speaker.read();
        assertThat(frame.first()).as("a frame's first byte, FIN and opcode").isEqualTo(Wire.BINARY);
        return frame.bytes();
    }

    /// The close frame the speaker gets, and nothing it said comes before it.
    RawWebSocket.Close closing() throws IOException {
        RawWebSocket.Close close = speaker.closing();
        assertThat(close.reason()).as("a reason in words for %d", close.code()).isNotBlank();
        return close;
    }

    /// Whatever the speaker did: the others can talk, and have heard nothing they should not.
    void othersAreUndisturbed() throws Exception {
        String text = "still here " + SAID.incrementAndGet();
        bystander.say(text);
        assertThat(bystander.heard()).isEqualTo(text);
    }

    @Override
    public void close() throws IOException {
        speaker.close();
        bystander.close();
    }
}
