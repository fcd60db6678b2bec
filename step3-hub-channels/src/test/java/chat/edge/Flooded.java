package chat.edge;

import chat.RawWebSocket;
import chat.Wire;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Two connections that share an I/O thread. One says so much at once that its first frame is not handled yet when the
/// last has arrived. Then the other says something.
public final class Flooded {

    /// How many frames of the flood there are behind its first.
    public static final int FRAMES = 1_000;

    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final CompletableFuture<Void> allIsSaid = new CompletableFuture<>();
    private final CompletableFuture<Integer> handledBefore = new CompletableFuture<>();
    private int handled; // the I/O thread's

    /// To be called by the server's one I/O thread with each text that comes.
    public void hears(String text) {
        switch (text) {
            case "first" -> {
                begun.complete(null);
                allIsSaid.join();
            }
            case "other" -> handledBefore.complete(handled);
            default -> handled++;
        }
    }

    /// How many frames of the flood are handled, behind its first, before the other is heard.
    public int handledBeforeTheOther(int port) throws Exception {
        try (RawWebSocket flooder = RawWebSocket.openAndHeard(port, "/");
                RawWebSocket other = RawWebSocket.openAndHeard(port, "/")) {
            flooder.send(flood());
            begun.get(10, TimeUnit.SECONDS);
            other.sendText("other");
            allIsSaid.complete(null);
            return handledBefore.get(10, TimeUnit.SECONDS);
        }
    }

    private static byte[] flood() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Wire.frame(Wire.TEXT, "first"));
        for (int i = 0; i < FRAMES; i++) {
            bytes.writeBytes(Wire.frame(Wire.TEXT, "x"));
        }
        return bytes.toByteArray();
    }
}
