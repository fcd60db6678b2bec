package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.RawWebSocket;
import chat.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-2.4")
class Exercise2_4 {

    private static final int SENDERS = 8;
    private static final int EACH = 300;

    @Test
    void theSendersAddressStandsBeforeWhatItSays() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                RawWebSocket ada = RawWebSocket.openAndHeard(server.address().getPort(), "/ws");
                RawWebSocket bob = RawWebSocket.openAndHeard(server.address().getPort(), "/ws")) {
            ada.sendText("hi");
            assertThat(bob.read().text()).as("what bob hears when ada says hi: her address, a colon, a space, the text")
                    .isEqualTo(ada.address() + ": hi");
            bob.sendText("");
            assertThat(ada.read().text()).isEqualTo(bob.address() + ": ");
        }
    }

    @Test
    void aFileComesUnchangedRightBehindALineThatSaysWhoSendsIt() throws Exception {
        List<RawWebSocket> senders = new ArrayList<>();
        try (ChatServer server = ChatServer.start("--port=0", "--stop-deadline=500ms");
                RawWebSocket witness = RawWebSocket.openAndHeard(server.address().getPort(), "/ws")) {
            Map<String, byte[]> files = new HashMap<>();
            for (char name = 'a'; name < 'a' + SENDERS; name++) {
                senders.add(RawWebSocket.openAndHeard(server.address().getPort(), "/ws"));
                files.put(senders.getLast().address() + " sends " + name, file(name));
            }
            List<CompletableFuture<Void>> sending = files.entrySet().stream().map(file -> CompletableFuture.runAsync(
                    () -> sendFiles(senders.get(file.getKey().charAt(file.getKey().length() - 1) - 'a'),
                            file.getValue()),
                    Thread::startVirtualThread)).toList();

            for (int i = 0; i < SENDERS * EACH; i++) {
                RawWebSocket.Received line = witness.read();
                assertThat(line.first()).as("a text frame (129) comes before each file (130)").isEqualTo(Wire.TEXT);
                assertThat(line.text()).as("the line before a file").isIn(files.keySet());
                RawWebSocket.Received file = witness.read();
                assertThat(file.first()).as("right after \"%s\" comes that file (130), even if others send at the same "
                        + "moment: both frames must be queued before anybody else's", line.text())
                        .isEqualTo(Wire.BINARY);
                assertThat(file.bytes()).as("the file behind \"%s\"", line.text()).isEqualTo(files.get(line.text()));
            }
            sending.forEach(CompletableFuture::join);
        } finally {
            senders.forEach(RawWebSocket::close);
        }
    }

    /// All at once, in one write.
    private static void sendFiles(RawWebSocket client, byte[] file) {
        try {
            byte[] frame = Wire.frame(Wire.BINARY, file);
            client.send(Wire.join(Stream.generate(() -> frame).limit(EACH).toArray(byte[][]::new)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static byte[] file(char name) {
        return new byte[]{1, 0, (byte) name, 'c', 'o', 'n', 't', 'e', 'n', 't'};
    }
}
