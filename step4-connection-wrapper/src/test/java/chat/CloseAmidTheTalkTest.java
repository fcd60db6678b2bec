package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Somebody who says goodbye first, in the middle of the talk.
class CloseAmidTheTalkTest {

    private static final int ROUNDS = 300;

    @Test
    void itsGoodbyeIsAnsweredHoweverMuchIsSaidMeanwhile() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (TestServer server = TestServer.start("--outbox-messages=1000000", "--close-deadline=1s");
                RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            Waiting<Boolean> talk = Waiting.begin(() -> talkUntil(over, ada));
            for (int round = 0; round < ROUNDS; round++) {
                try (RawWebSocket bob = Dialect.member(server.port(), "bob " + round)) {
                    bob.sendClose(1000);
                    assertThat(bob.closing().code()).as("round %d", round).isEqualTo(1000);
                }
            }
            over.set(true);
            talk.returns();
        }
    }

    @Test
    void aTerminalWhoseInputEndsHearsALastLine() throws Exception {
        try (TestServer server = TestServer.start("--close-deadline=20s");
                Terminal terminal = Terminal.member(server.tcpPort())) {
            terminal.say("that was all");
            assertThat(terminal.line()).isEqualTo(terminal.name() + ": that was all");
            terminal.finish();
            assertThat(terminal.linesToTheEnd()).containsExactly("The server closes this connection: done.");
        }
    }

    private static void talkUntil(AtomicBoolean over, RawWebSocket ada) throws Exception {
        for (int number = 0; !over.get(); number++) {
            for (int i = 0; i < 20; i++) {
                ada.sendText(number + "." + i);
            }
            Heard last = Heard.said("ada", number + ".19");
            while (!Heard.next(ada).equals(last)) {
                // what else is said, and who comes and goes
            }
        }
    }
}
