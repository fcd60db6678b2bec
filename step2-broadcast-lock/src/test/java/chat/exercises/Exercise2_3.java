package chat.exercises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.RawWebSocket;
import chat.TestClient;
import chat.Wire;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-2.3")
class Exercise2_3 {

    @Test
    void picturesAndTextsGoThrough() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                RawWebSocket ada = RawWebSocket.open(server.address().getPort(), "/ws");
                TestClient bob = TestClient.open(server.address().getPort(), "/ws")) {
            for (String name : List.of("a.png", "b.JPG", "c.Png", "notes.txt", "setup.exe.txt")) {
                ada.send(Wire.BINARY, file(name));
                ada.send(Wire.PING, new byte[0]);
                assertThat(ada.read().first()).as("a pong, and no close frame, after the file \"%s\"", name)
                        .isEqualTo(Wire.PONG);
                assertThat(bob.heardBinary()).as(name).isEqualTo(file(name));
            }
        }
    }

    @Test
    void anythingElseIsRefusedWith1008() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0", "--close-deadline=200ms");
                TestClient bob = TestClient.open(server.address().getPort(), "/ws")) {
            // Some would be saved as setup.exe: a receiver's page cuts dots, spaces and invisible characters.
            for (String name : List.of("setup.exe", "SETUP.EXE", "page.html", "txt", "setup.exe.", "setup.exe ",
                    "setup.\u200bexe", "a.txt/setup.exe", "notes.txt.", "notes.txt ")) {
                try (RawWebSocket rude = RawWebSocket.open(server.address().getPort(), "/ws")) {
                    rude.send(Wire.BINARY, file(name));
                    rude.sendText("x".repeat(8193)); // closes the connection as well, if nothing else has
                    assertThat(rude.closing())
                            .as("the close frame after the file \"%s\" (1009: it was let through)", name)
                            .isEqualTo(new RawWebSocket.Close(1008, "png, jpg and txt only"));
                }
            }
            try (TestClient ada = TestClient.open(server.address().getPort(), "/ws")) {
                ada.say("hello");
                assertThat(bob.heard()).as("the first thing bob gets: no refused file was passed on")
                        .isEqualTo("hello");
            }
        }
    }

    private static byte[] file(String name) {
        byte[] bytes = name.getBytes(UTF_8);
        return ByteBuffer.allocate(2 + bytes.length + 1).order(ByteOrder.LITTLE_ENDIAN).putShort((short) bytes.length)
                .put(bytes).put((byte) '!').array();
    }
}
