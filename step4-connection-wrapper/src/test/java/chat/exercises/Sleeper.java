package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.Heard;
import chat.RawWebSocket;
import chat.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Somebody whose program does something else for a while: it is in the room, and reads nothing unless told to.
record Sleeper(RawWebSocket client) implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 65_536;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// What the system's buffers cannot hold: what is told after this file has to wait in the outbox.
    private static final byte[] LARGE = file('L', 10_000_000);

    /// Comes in, and has heard of it.
    static Sleeper join(ChatServer server, String name) throws IOException {
        Sleeper sleeper = new Sleeper(
                RawWebSocket.open(server.address().getPort(), "/ws?name=" + name, RECEIVE_BUFFER));
        Heard first = sleeper.heard();
        while (first.type() == Guest.BEAT) {
            first = sleeper.heard();
        }
        assertThat(first.name()).as("whose coming a newcomer hears of first: %s", first).isEqualTo(name);
        return sleeper;
    }

    /// A file with a name of one letter.
    static byte[] file(char name, int size) {
        byte[] file = new byte[size];
        file[0] = 1;
        file[2] = (byte) name;
        return file;
    }

    /// Another guest sends the large file, and this one is asleep from now on. Whoever came first is told first: what
    /// the other one has heard waits here already.
    static void sleepBehindAFileOf(Guest other) throws IOException, InterruptedException {
        other.client().sendBinary(LARGE);
        other.say("good night");
        assertThat(other.heard().message()).isEqualTo("good night");
    }

    /// Reads on, to the end of the large file.
    void wakeUp() throws IOException {
        for (Heard next = heard(); next.type() != 3; next = heard()) {
            assertThat(next.message()).as("news before the file").doesNotContain("good night");
        }
        assertThat(client.read().payload().remaining()).isEqualTo(LARGE.length);
    }

    /// The next thing this one is told.
    Heard heard() throws IOException {
        return heard("the next frame");
    }

    /// The same.
    ///
    /// @param what it should be, in words, for whoever is told that it is not even a text
    Heard heard(String what) throws IOException {
        RawWebSocket.Received frame = client.read();
        assertThat(frame.first()).as("%s: 129 is a text, and 136 a close frame", what).isEqualTo(Wire.TEXT);
        return Heard.of(frame);
    }

    /// Everything up to what somebody said. Heartbeats alone would keep it waiting for ever.
    List<Heard> heardUntil(String text) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Heard> all = new ArrayList<>(List.of(heard()));
        while (!all.getLast().message().equals(text)) {
            assertThat(System.nanoTime() < end).as("this one is told \"%s\" within 20 s", text).isTrue();
            all.add(heard());
        }
        return all;
    }

    @Override
    public void close() {
        client.close();
    }
}
