package chat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Two talk as fast as they can, and read; others join. Runs against any server of this step.
public final class FloodAndJoin {

    private FloodAndJoin() {}

    /// How many joined before one of them waited in vain for a first word; all of them if none did.
    ///
    /// @param joins    so many, at the most
    /// @param patience how long each of them waits
    public static int welcomed(int port, int joins, Duration patience) throws IOException {
        AtomicBoolean over = new AtomicBoolean();
        List<RawWebSocket> open = new ArrayList<>();
        try {
            for (String name : List.of("ada", "bob")) {
                RawWebSocket flooder = RawWebSocket.open(port, Dialect.path(name));
                open.add(flooder);
                Thread.ofVirtual().start(flooder::hasEnded);
                Thread.ofVirtual().start(() -> flood(flooder, over));
            }
            for (int joined = 0; joined < joins; joined++) {
                RawWebSocket newcomer = RawWebSocket.open(port, Dialect.path());
                open.add(newcomer);
                if (newcomer.hearsNothingFor(patience)) {
                    return joined;
                }
                Thread.ofVirtual().start(newcomer::hasEnded);
            }
            return joins;
        } finally {
            over.set(true);
            open.forEach(RawWebSocket::close);
        }
    }

    private static void flood(RawWebSocket flooder, AtomicBoolean over) {
        try {
            while (!over.get()) {
                flooder.sendText("and another thing");
            }
        } catch (IOException gone) {
            over.set(true);
        }
    }
}
