package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.Heard;
import chat.Terminal;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.2")
class Exercise3_2 {

    @Test
    void whoAsksIsAnsweredAlone() throws Exception {
        try (ChatServer server = Guest.server();
                Guest ada = Guest.join(server, "ada");
                Guest bob = Guest.join(server, "bob");
                Terminal cleo = Guest.terminal(server)) {
            ada.heard(); // bob comes
            ada.heard(); // cleo comes
            bob.heard();
            bob.say("/who");
            bob.say("thanks");
            String answer = "here: ada, bob, " + cleo.name();
            assertThat(ada.heard()).as("the first thing ada hears after bob's question, which is none of her business")
                    .isEqualTo(new Heard(0, "bob", "thanks"));
            assertThat(cleo.line()).isEqualTo("bob: thanks");
            assertThat(bob.heard()).as("the answer to bob: names in the order they came, from nobody")
                    .isEqualTo(new Heard(0, "", answer));
            assertThat(bob.heard()).isEqualTo(new Heard(0, "bob", "thanks"));

            cleo.say("/who");
            assertThat(cleo.line()).as("the answer to a terminal").isEqualTo(answer);

            bob.say("/whoever is hungry");
            bob.say("eat");
            assertThat(cleo.line()).as("what only begins like the question is said").endsWith("/whoever is hungry");
        }
    }

    @Test
    void theAnswerFitsWhatTheAskerHasBeenTold() throws Exception {
        Set<String> here = new LinkedHashSet<>(List.of("ada"));
        try (ChatServer server = Guest.server(); Guest ada = Guest.join(server, "ada")) {
            CompletableFuture<Void> others = CompletableFuture.runAsync(() -> comeAndGo(server),
                    Thread::startVirtualThread);
            do {
                ada.say("/who");
                Heard next = ada.heard();
                while (next.type() != 0) {
                    boolean changed = next.type() == 1 ? here.add(next.name()) : here.remove(next.name());
                    assertThat(changed).as("this is news: %s", next).isTrue();
                    next = ada.heard();
                }
                assertThat(next).as("the answer while others come and go: it comes from the hub's thread, and fits "
                        + "who has joined and left before it").isEqualTo(new Heard(0, "", "here: " + join(here)));
            } while (!others.isDone());
            others.join();
        }
    }

    private static void comeAndGo(ChatServer server) {
        try {
            for (int i = 0; i < 15; i++) {
                Guest.join(server, "guest" + i).close();
            }
        } catch (IOException | InterruptedException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String join(Set<String> names) {
        return String.join(", ", names);
    }
}
