package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-4.2")
class Exercise4_2 {

    @Test
    void atMostOneWaitsForWhoeverDoesNotRead() throws Exception {
        try (ChatServer server = Guest.server("--heartbeat=5ms");
                Sleeper ada = Sleeper.join(server, "ada");
                Guest bob = Guest.join(server, "bob")) {
            Sleeper.sleepBehindAFileOf(bob);
            bob.awaitBeats(100);
            bob.say("good morning");
            assertThat(bob.heard().message()).isEqualTo("good morning");
            ada.wakeUp();
            long waited = ada.heardUntil("good morning").stream().filter(news -> news.type() == Guest.BEAT).count();
            assertThat(waited).as("heartbeats that waited for ada while bob heard a hundred").isLessThanOrEqualTo(1);
            for (int i = 0; i < 50; i++) {
                assertThat(ada.heard().type()).as("the type of what ada hears now: the heart beats on")
                        .isEqualTo(Guest.BEAT);
            }
        }
    }

    @Test
    void aFullOutboxDoesNotStopItForGood() throws Exception {
        try (ChatServer server = Guest.server("--heartbeat=20ms", "--outbox-bytes=9000000");
                Sleeper ada = Sleeper.join(server, "ada");
                Guest bob = Guest.join(server, "bob")) {
            bob.client().sendBinary(Sleeper.file('L', 10_000_000)); // larger than an outbox: no beat fits beside it
            bob.awaitBeats(50);
            ada.wakeUp();
            for (int i = 0; i < 50; i++) {
                assertThat(ada.heard().type()).as("the type of what ada hears now: the heart beats on")
                        .isEqualTo(Guest.BEAT);
            }
        }
    }
}
