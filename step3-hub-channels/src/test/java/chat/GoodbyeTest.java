package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// A writer that finds its connection closing must not cut off the answer to the peer's goodbye. Without that rule
/// about one goodbye in 200 went unanswered.
class GoodbyeTest {

    private static final int GUESTS = 600;

    @Test
    void whoeverSaysGoodbyeWhileOthersTalkIsAnswered() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (TestServer server = TestServer.start("--outbox-messages=1000000");
                RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talkUntil(over, ada),
                    Thread::startVirtualThread);
            for (int i = 0; i < GUESTS; i++) {
                try (RawWebSocket guest = Dialect.member(server.port())) {
                    guest.sendClose(1000);
                    assertThat(guest.closing().code()).isEqualTo(1000);
                }
            }
            over.set(true);
            talk.join();
        }
    }

    private static void talkUntil(AtomicBoolean over, RawWebSocket ada) {
        try {
            while (!over.get()) {
                ada.sendText("talk, talk, talk");
                ada.read();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
