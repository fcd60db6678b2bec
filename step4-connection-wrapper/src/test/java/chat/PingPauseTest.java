package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.edge.EdgeServer;
import chat.edge.Frame;
import chat.edge.GuardedListener;
import chat.edge.Options;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A peer is asked while we do not read it, for longer than both deadlines. Its pong could be there, and we would not
/// know.
class PingPauseTest {

    private static final Duration LONGER = Duration.ofMillis(500);

    private final CompletableFuture<PingWatch> started = new CompletableFuture<>();
    private final PuppetPeer ada;
    private final Settings settings;

    PingPauseTest() throws Exception {
        ada = new PuppetPeer(PuppetPeer.Manner.RUDE, "--close-deadline=3600s");
        settings = Options.parse(Settings.class, "--ping=1ms", "--pong=50ms");
    }

    @Test
    void theDeadlineBeginsWhenWeReadAgain() throws Exception {
        try (EdgeServer server = EdgeServer.start(0, channel -> watch(channel, 1));
                RawWebSocket socket = RawWebSocket.open(server.port(), "/")) {
            assertThat(socket.read().first()).isEqualTo(Wire.PING);
            assertThat(socket.hearsNothingFor(LONGER)).isTrue();
            assertThat(ada.rest()).as("what happened to a peer that we do not read").isEmpty();
            started.join().resume();
            ada.sees("goodbye 1008 (no pong within 50 ms)");
        }
    }

    @Test
    void whoeverWaitsForTwoFramesIsReadWhenBothAreIn() throws Exception {
        try (EdgeServer server = EdgeServer.start(0, channel -> watch(channel, 2));
                RawWebSocket socket = RawWebSocket.open(server.port(), "/")) {
            assertThat(socket.read().first()).isEqualTo(Wire.PING);
            started.join().resume();
            assertThat(socket.hearsNothingFor(LONGER)).isTrue();
            assertThat(ada.rest()).as("what happened to a peer that we do not read").isEmpty();
            started.join().resume();
            ada.sees("goodbye 1008 (no pong within 50 ms)");
        }
    }

    private GuardedListener watch(WebSocketChannel channel, int pauses) {
        PingWatch watch = new PingWatch(channel, ada.connection(), settings);
        for (int i = 0; i < pauses; i++) {
            watch.pause();
        }
        watch.start();
        started.complete(watch);
        return new GuardedListener(channel, "ada") {

            @Override
            protected void onFrame(Frame frame) {
                throw new AssertionError("ada says nothing");
            }
        };
    }
}
