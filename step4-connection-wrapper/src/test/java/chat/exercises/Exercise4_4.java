package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.Heard;
import chat.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.4")
class Exercise4_4 {

    @Test
    void whoeverIsTooSlowIsToldHowManyAreMissingAndWhere() throws Exception {
        try (ChatServer server = Guest.server("--outbox-messages=50", "--heartbeat=5ms");
                Sleeper slow = Sleeper.join(server, "slow");
                Guest ada = Guest.join(server, "ada")) {
            Sleeper.sleepBehindAFileOf(ada);
            ada.awaitBeats(10);
            List<Heard> all = new ArrayList<>(List.of(said("ada", "good night")));
            for (int i = 1; i <= 200; i++) {
                all.add(said("ada", "text " + i));
                ada.say("text " + i);
                assertThat(ada.heard()).as("what ada hears: nobody leaves for being slow").isEqualTo(all.getLast());
            }
            slow.wakeUp();
            List<Heard> heard = slow.heardUntil("text 200");
            heard.removeIf(news -> news.type() == Guest.BEAT);
            assertThat(heard).as("who waits for text 200 is told once that something is missing")
                    .filteredOn(news -> news.type() == Guest.PUSHED).hasSize(1);
            Heard notice = heard.stream().filter(news -> news.type() == Guest.PUSHED).findFirst().orElseThrow();
            int before = heard.indexOf(notice);
            int kept = heard.size() - before - 1;
            assertThat(kept).as("messages that waited in an outbox for 50").isLessThanOrEqualTo(50);
            List<Heard> expected = new ArrayList<>(all.subList(0, before));
            expected.add(missed(all.size() - before - kept));
            expected.addAll(all.subList(all.size() - kept, all.size()));
            assertThat(heard).as("the oldest, in their place the number of those that are missing (heartbeats do not "
                    + "count), and the newest").isEqualTo(expected);

            slow.client().sendText("I am back");
            assertThat(ada.heard()).isEqualTo(said("slow", "I am back"));
        }
    }

    @Test
    void ofAFileAllIsMissedOrNothing() throws Exception {
        try (ChatServer server = Guest.server("--outbox-bytes=12000000");
                Sleeper slow = Sleeper.join(server, "slow");
                Guest ada = Guest.join(server, "ada")) {
            Sleeper.sleepBehindAFileOf(ada);
            for (char name = '1'; name <= '6'; name++) {
                ada.client().sendBinary(Sleeper.file(name, 900_000));
            }
            ada.say("that was all");
            assertThat(ada.heard()).as("what ada hears: nobody leaves for being slow")
                    .isEqualTo(said("ada", "that was all"));
            slow.wakeUp();
            List<Heard> heard = new ArrayList<>();
            do {
                heard.add(slow.heard());
                if (heard.getLast().type() == 3) {
                    assertThat(slow.client().read().first()).as("a file follows").isEqualTo(Wire.BINARY);
                }
            } while (!heard.getLast().message().equals("that was all"));
            assertThat(heard).as("of eight messages, with what is missing counted")
                    .contains(missed(8 - (heard.size() - 1)));
            assertThat(heard.get(heard.size() - 2)).as("the last file").isEqualTo(new Heard(3, "ada", "6"));
        }
    }

    @Test
    void whenTheTakerHasAllTheBytesNobodyElseMissesAnything() throws Exception {
        try (ChatServer server = Guest.server("--outbox-bytes=1000000");
                Sleeper _ = Sleeper.join(server, "slow");
                Guest ada = Guest.join(server, "ada")) {
            Sleeper.sleepBehindAFileOf(ada);
            ada.say("I am still here");
            assertThat(ada.heard()).as("what ada hears while every byte of another outbox is being sent")
                    .isEqualTo(said("ada", "I am still here"));
        }
    }

    private static Heard said(String name, String text) {
        return new Heard(0, name, text);
    }

    private static Heard missed(int count) {
        return new Heard(Guest.PUSHED, "server", "messages you missed: " + count);
    }
}
