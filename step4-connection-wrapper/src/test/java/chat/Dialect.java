package chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.concurrent.atomic.AtomicInteger;

/// How people talk in this step, so that tests of limits, frames and endings need not know it: how a newcomer connects,
/// and what a witness sees when something is said. Here a newcomer has a name, and the witness hears JSON; who comes
/// and who leaves is news too, and left out here.
final class Dialect implements AutoCloseable {

    private static final AtomicInteger NEWCOMERS = new AtomicInteger();
    private static final AtomicInteger SAID = new AtomicInteger();

    private final RawWebSocket speaker;
    private final RawWebSocket witness;
    private final TestClient bystander;

    private Dialect(RawWebSocket speaker, RawWebSocket witness, TestClient bystander) {
        this.speaker = speaker;
        this.witness = witness;
        this.bystander = bystander;
    }

    /// Where a newcomer connects, with a name that nobody has.
    static String path() {
        return path("guest " + NEWCOMERS.incrementAndGet());
    }

    /// Where somebody with this name connects.
    static String path(String name) {
        return "/ws?name=" + encode(name);
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    /// A newcomer who says nothing unless told to.
    static RawWebSocket newcomer(int port) throws IOException {
        return RawWebSocket.open(port, path());
    }

    /// A newcomer who is surely in the room when this returns: it has heard of its own coming.
    static RawWebSocket member(int port) throws IOException {
        return member(port, "guest " + NEWCOMERS.incrementAndGet());
    }

    /// The same, with this name.
    static RawWebSocket member(int port, String name) throws IOException {
        return awaitJoined(RawWebSocket.open(port, path(name)), name);
    }

    /// A member who does not read, while the server has more to tell it than the system's buffers hold, and no more
    /// than an outbox does.
    static RawWebSocket stalled(int port) throws IOException {
        String name = "stalled " + NEWCOMERS.incrementAndGet();
        RawWebSocket stalled = awaitJoined(RawWebSocket.open(port, path(name), 4096), name);
        try (RawWebSocket speaker = member(port)) {
            for (int i = 0; i < 4; i++) {
                speaker.send(Wire.BINARY, file(1_000_000));
            }
            speaker.sendText("that was all");
            while (Heard.of(speaker.read()).type() != Heard.SAID) {
                // who comes and who leaves
            }
        }
        return stalled;
    }

    private static RawWebSocket awaitJoined(RawWebSocket newcomer, String name) throws IOException {
        for (Heard news = Heard.of(newcomer.read()); !news.name().equals(name); news = Heard.of(newcomer.read())) {
            assertThat(news.type()).isNotEqualTo(Heard.FILE);
        }
        return newcomer;
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
            for (Heard news = Heard.of(witness.read()); news.type() != Heard.SAID; news = Heard.of(witness.read())) {
                assertThat(news.type()).isIn(Heard.JOINED, Heard.LEFT);
            }
            return new Dialect(member(port), witness, bystander);
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

    /// The next text the witness hears somebody say.
    String heard() throws IOException {
        Heard next = news();
        assertThat(next.type()).isEqualTo(Heard.SAID);
        return next.message();
    }

    /// The next file the witness gets, as the frame it came in.
    byte[] heardFile() throws IOException {
        assertThat(news().type()).isEqualTo(Heard.FILE);
        RawWebSocket.Received file = witness.read();
        assertThat(file.first()).as("a frame's first byte, FIN and opcode").isEqualTo(Wire.BINARY);
        return file.bytes();
    }

    /// The next thing somebody does, besides coming and leaving.
    private Heard news() throws IOException {
        Heard next = Heard.of(witness.read());
        while (next.type() == Heard.JOINED || next.type() == Heard.LEFT) {
            next = Heard.of(witness.read());
        }
        return next;
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
