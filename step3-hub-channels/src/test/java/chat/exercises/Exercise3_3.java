package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import chat.ChatServer;
import chat.Heard;
import chat.LogLines;
import chat.Terminal;
import chat.edge.Exit;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.3")
class Exercise3_3 {

    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /// Named `a`, and empty.
    private static final byte[] FILE = {1, 0, 'a'};

    @Test
    void whoeverSaysNothingForTooLongIsSentAwayAndWhoeverTalksStays() throws Exception {
        try (LogLines log = new LogLines();
                ChatServer server = server();
                Guest ada = Guest.join(server, "ada");
                Guest bob = Guest.join(server, "bob");
                Guest eve = Guest.join(server, "eve");
                Terminal cleo = Guest.terminal(server);
                Guest dave = Guest.join(server, "dave")) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talk(eve, ada, over),
                    Thread::startVirtualThread);
            long before = System.nanoTime();
            dave.say("I will say no more");
            var closed = dave.client().closing();
            long silent = System.nanoTime() - before;
            assertThat(closed.getCloseCode().getCode()).as("the code for dave, who fell silent").isEqualTo(1008);
            assertThat(closed.getReasonPhrase()).isEqualTo("idle for too long");
            assertThat(silent).as("nanoseconds that dave was left alone").isGreaterThanOrEqualTo(DEADLINE_NANOS);

            assertThat(bob.client().closing().getReasonPhrase()).as("the reason for bob, who never said anything")
                    .isEqualTo("idle for too long");
            assertThat(cleo.linesToTheEnd()).last().as("the last line for cleo, at a terminal")
                    .isEqualTo("The server closes this connection: idle for too long.");

            over.complete(null);
            talk.join();
            ada.say("I am still here");
            assertThat(leavesUntil(ada, "I am still here")).as(
                    "leaves announced to ada by now: who is closed leaves the room at once, not when the connection has ended")
                    .isEqualTo(3);
            assertThat(log.lines()).as("the server's log: no event fails").noneMatch(line -> line.contains(" ERROR "));
        }
    }

    private static ChatServer server() throws IOException {
        try {
            return Guest.server("--idle-deadline=5s");
        } catch (Exit exit) {
            return fail("the server does not start with --idle-deadline=5s: " + exit.getMessage());
        }
    }

    private static void talk(Guest speaker, Guest sender, CompletableFuture<Void> over) {
        try {
            while (!over.isDone()) {
                speaker.say("bla");
                sender.client().sendBinary(FILE);
                over.completeOnTimeout(null, 60, TimeUnit.SECONDS);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static int leavesUntil(Guest guest, String text) throws InterruptedException {
        int leaves = 0;
        for (Heard next = guest.heard(); !next.message().equals(text); next = guest.heard()) {
            leaves += next.type() == 2 ? 1 : 0;
        }
        return leaves;
    }
}
