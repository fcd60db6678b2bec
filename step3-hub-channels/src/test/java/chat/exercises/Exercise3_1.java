package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.Heard;
import chat.Terminal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.1")
class Exercise3_1 {

    @Test
    void aDeedLooksLikeOneThroughBothDoors() throws Exception {
        try (ChatServer server = Guest.server();
                Guest ada = Guest.join(server, "ada");
                Terminal bob = Guest.terminal(server)) {
            ada.heard(); // bob comes
            ada.say("/me waves");
            assertThat(bob.line()).as("what bob's terminal shows when ada types /me waves").isEqualTo("* ada waves");
            assertThat(ada.heard()).as("what a page is told of it").isEqualTo(new Heard(0, "ada", "*waves*"));

            bob.say("/me bows, and leaves");
            assertThat(ada.heard()).as("a deed from a terminal; what a message means is nothing a door should know")
                    .isEqualTo(new Heard(0, bob.name(), "*bows, and leaves*"));
            assertThat(bob.line()).isEqualTo("* " + bob.name() + " bows, and leaves");
        }
    }

    @Test
    void whatOnlyLooksLikeADeedIsSaid() throws Exception {
        try (ChatServer server = Guest.server(); Guest ada = Guest.join(server, "ada")) {
            ada.say("/me waves");
            assertThat(ada.heard().message()).as("a deed").isEqualTo("*waves*");
            for (String text : new String[]{"/meow", "say /me waves", "/me", "/me ", "/me   "}) {
                ada.say(text);
                assertThat(ada.heard().message()).as("a text that is no deed").isEqualTo(text);
            }
        }
    }
}
