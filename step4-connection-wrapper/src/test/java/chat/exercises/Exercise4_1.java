package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.Heard;
import chat.RawWebSocket;
import chat.Terminal;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.1")
class Exercise4_1 {

    private static final Heard FAREWELL = new Heard(Guest.PUSHED, "server", "the server stops, come back soon");
    private static final RawWebSocket.Close GOODBYE = new RawWebSocket.Close(1001, "the server is stopping");

    @Test
    void everybodyHearsItBetweenTheLastWordAndTheGoodbye() throws Exception {
        try (ChatServer server = server();
                Sleeper ada = Sleeper.join(server, "ada");
                Terminal bob = Guest.terminal(server)) {
            ada.heard(); // bob comes
            bob.say("just a moment");
            assertThat(bob.line()).endsWith(": just a moment");
            CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close, Thread::startVirtualThread);
            assertThat(ada.heard().message()).isEqualTo("just a moment");
            String what = "what ada hears when the server stops";
            assertThat(ada.heard(what)).as(what).isEqualTo(FAREWELL);
            assertThat(ada.client().read().first()).as("what follows is the close frame").isEqualTo(0x88);
            assertThat(bob.linesToTheEnd()).as("what bob's terminal shows when the server stops")
                    .containsExactly("[server] the server stops, come back soon",
                            "The server closes this connection: the server is stopping.");
            ada.client().sendClose(1001);
            ada.client().finish();
            bob.finish();
            stop.join();
        }
    }

    @Test
    void aSlowReaderGetsItBehindWhateverWaitsForIt() throws Exception {
        try (ChatServer server = server();
                Sleeper ada = Sleeper.join(server, "ada");
                Guest bob = Guest.join(server, "bob")) {
            Sleeper.sleepBehindAFileOf(bob);
            CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close, Thread::startVirtualThread);
            ada.wakeUp();
            assertThat(ada.heard().message()).isEqualTo("good night");
            String what = "what ada reads behind everything else";
            assertThat(ada.heard(what)).as(what).isEqualTo(FAREWELL);
            assertThat(ada.client().closing()).isEqualTo(GOODBYE);
            ada.client().sendClose(1001);
            ada.client().finish();
            stop.join();
        }
    }

    private static ChatServer server() throws Exception {
        return Guest.server("--stop-deadline=20s", "--close-deadline=20s");
    }
}
