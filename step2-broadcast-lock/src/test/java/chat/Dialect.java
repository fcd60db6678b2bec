package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/// How people talk in this step, so that tests of limits, frames and endings need not know it: how a newcomer connects,
/// and what a witness sees when something is said. Here the witness is another client: everyone but the speaker hears.
final class Dialect implements AutoCloseable {

    private static final AtomicInteger SAID = new AtomicInteger();

    private final RawWebSocket speaker;
    private final RawWebSocket witness;
    private final TestClient bystander;

    private Dialect(RawWebSocket speaker, RawWebSocket witness, TestClient bystander) {
        this.speaker = speaker;
        this.witness = witness;
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

    /// A newcomer who is surely in the room when this returns: the handshake alone does not say so, but whoever gets
    /// a pong is being read, and nobody is read before being in.
    static RawWebSocket member(int port) throws IOException {
        RawWebSocket member = newcomer(port);
        awaitRead(member);
        return member;
    }

    /// A newcomer who does not read, while the server has more to tell it than the system's buffers hold.
    static RawWebSocket stalled(int port) throws IOException {
        RawWebSocket stalled = RawWebSocket.open(port, path(), 4096);
        awaitRead(stalled);
        try (RawWebSocket speaker = newcomer(port)) {
            for (int i = 0; i < 12; i++) {
                speaker.send(Wire.BINARY, file(1_000_000));
            }
            awaitRead(speaker);
        }
        return stalled;
    }

    /// Waits until the server has read everything from this client.
    private static void awaitRead(RawWebSocket client) throws IOException {
        client.send(Wire.PING, new byte[0]);
        client.pong();
    }

    /// A speaker, whoever hears it, and a bystander.
    static Dialect open(TestServer server) throws IOException {
        return open(server.port());
    }

    static Dialect open(int port) throws IOException {
        TestClient bystander = TestClient.open(port, path());
        RawWebSocket witness = member(port);
        try {
            bystander.say("I am in the room");
            assertThat(witness.read().text()).isEqualTo("I am in the room");
            return new Dialect(newcomer(port), witness, bystander);
        } catch (IOException | AssertionError failed) {
            witness.close();
            bystander.close();
            throw failed;
        }
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
        RawWebSocket.Received frame = witness.read();
        assertThat(frame.first()).as("a frame's first byte, FIN and opcode").isEqualTo(Wire.TEXT);
        return frame.text();
    }

    /// The next file the witness gets, as the frame it came in.
    byte[] heardFile() throws IOException {
        RawWebSocket.Received frame = witness.read();
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
    void othersAreUndisturbed() throws IOException {
        String text = "still here " + SAID.incrementAndGet();
        bystander.say(text);
        assertThat(heard()).isEqualTo(text);
    }

    @Override
    public void close() throws IOException {
        speaker.close();
        witness.close();
        bystander.close();
    }
}
