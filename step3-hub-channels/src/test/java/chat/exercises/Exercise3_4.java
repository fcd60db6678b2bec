package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.Heard;
import chat.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-3.4")
class Exercise3_4 {

    @Test
    void aTerminalTakesAName() throws Exception {
        try (ChatServer server = Guest.server();
                Guest ada = Guest.join(server, "ada");
                Terminal bob = Guest.terminal(server)) {
            ada.heard(); // bob comes
            bob.say("/name  bob ");
            assertThat(ada.heard()).as("the first thing ada hears when the terminal takes a name")
                    .isEqualTo(new Heard(2, bob.name(), bob.name() + " left, 1 person in the room"));
            assertThat(ada.heard()).as("the second").isEqualTo(
                    new Heard(1, "bob", "bob joined, 2 people in the room"));
            assertThat(bob.line()).as("what the terminal is told").isEqualTo("bob joined, 2 people in the room");
            bob.say("hi");
            assertThat(ada.heard()).isEqualTo(new Heard(0, "bob", "hi"));
            assertThat(bob.line()).isEqualTo("bob: hi");
            bob.say("/names");
            assertThat(ada.heard()).as("what only begins like it is said").isEqualTo(new Heard(0, "bob", "/names"));
            assertThat(bob.line()).isEqualTo("bob: /names");
            bob.finish();
            assertThat(ada.heard()).as("the leave of a terminal with a name")
                    .isEqualTo(new Heard(2, "bob", "bob left, 1 person in the room"));
            try (Guest another = Guest.join(server, "bob")) {
                another.say("the name is free again");
            }
        }
    }

    @Test
    void theRulesForNamesAreThoseOfTheOtherDoor() throws Exception {
        try (ChatServer server = Guest.server();
                Guest ada = Guest.join(server, "ada");
                Terminal bob = Guest.terminal(server)) {
            ada.heard(); // bob comes
            for (String name : List.of("x".repeat(25), "a\u202eda", "a\tb", "127.0.0.1:80", " ")) {
                bob.say("/name " + name);
                assertThat(bob.line()).as("a sentence for the terminal alone, about the name \"%s\"", name)
                        .matches("[A-Z].*\\.").doesNotContain(bob.name());
            }
            bob.say("/name ada");
            assertThat(bob.line()).as("a sentence about a name that is taken").isEqualTo("The name ada is taken.");
            bob.say("hi");
            assertThat(ada.heard()).as("the first thing ada hears: no name was taken")
                    .isEqualTo(new Heard(0, bob.name(), "hi"));
        }
    }

    @Test
    void ofManyWhoWantOneNameOneGetsIt() throws Exception {
        List<Terminal> crowd = new ArrayList<>();
        try (ChatServer server = Guest.server(); Guest ada = Guest.join(server, "ada")) {
            for (int i = 0; i < 10; i++) {
                crowd.add(Guest.terminal(server));
                ada.heard();
            }
            for (Terminal guest : crowd) {
                guest.say("/name bob");
                guest.say("that is me");
            }
            List<String> names = new ArrayList<>();
            while (names.size() < crowd.size()) {
                Heard next = ada.heard();
                assertThat(next.message()).as("who wants a name says nothing").doesNotContain("/name");
                if (next.type() == 0) {
                    names.add(next.name());
                }
            }
            assertThat(names).as("under what names they talk afterwards").doesNotHaveDuplicates().contains("bob");
        } finally {
            for (Terminal guest : crowd) {
                guest.close();
            }
        }
    }
}
