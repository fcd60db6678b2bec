package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.ChatServer;
import chat.Heard;
import chat.RawWebSocket;
import chat.Wire;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("exercise")
@Tag("exercise-3.5")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a lock that nobody gives back is deaf to an interrupt
class Exercise3_5 {

    private static final int SPEAKERS = 8;
    private static final int EACH = 50;
    private static final int BURST = 2_000;

    @Test
    void thereIsALockAndTheHubHasNeitherThreadNorInbox() throws Exception {
        List<Class<?>> hub = fieldsOf("Hub");
        assertThat(Stream.concat(hub.stream(), fieldsOf("Room").stream())).as("a field of Hub or of Room is a lock")
                .anyMatch(Lock.class::isAssignableFrom);
        assertThat(hub).extracting(Class::getSimpleName).as("the fields of Hub")
                .doesNotContain("Thread", "BoundedQueue");
    }

    @Test
    void allHearOneConversation() throws Exception {
        List<Guest> guests = new ArrayList<>();
        try (ChatServer server = Guest.server()) {
            for (int i = 0; i < SPEAKERS; i++) {
                guests.add(Guest.join(server, "guest" + i));
            }
            CompletableFuture<?> talk = inParallel(guests.size(), i -> {
                for (int n = 0; n < EACH; n++) {
                    guests.get(i).say("text " + n);
                }
            });
            List<List<Heard>> heard = new ArrayList<>();
            for (Guest guest : guests) {
                heard.add(conversation(guest));
                assertThat(heard.getLast()).as("the conversation as %s hears it", guest.name())
                        .isEqualTo(heard.getFirst());
                assertThat(heard.getLast()).filteredOn(said -> said.name().equals(guest.name()))
                        .extracting(Heard::message).as("what %s said", guest.name())
                        .containsExactlyElementsOf(IntStream.range(0, EACH).mapToObj(n -> "text " + n).toList());
            }
            talk.join();
        } finally {
            for (Guest guest : guests) {
                guest.close();
            }
        }
    }

    @Test
    void twoWhoComeOrGoAtTheSameMomentAreCountedOneAfterTheOther() throws Exception {
        try (ChatServer server = Guest.server(); Guest witness = Guest.join(server, "witness")) {
            CompletableFuture<?> others = inParallel(4, i -> {
                for (int n = 0; n < 5; n++) {
                    Guest.join(server, "guest" + i + "-" + n).close();
                }
            });
            int people = 1;
            for (int i = 0; i < 40; i++) {
                Heard news = witness.heard();
                people += news.type() == 1 ? 1 : -1;
                assertThat(news.message()).as("how many are here, by counting who came and went")
                        .endsWith(", " + people + (people == 1 ? " person" : " people") + " in the room");
            }
            assertThat(people).as("who is here when all have gone").isEqualTo(1);
            others.join();
        }
    }

    @Test
    void whoDoesNotReadIsDroppedAndHoldsNobodyUp() throws Exception {
        try (ChatServer server = Guest.server();
                Guest ada = Guest.join(server, "ada");
                Guest bob = Guest.join(server, "bob");
                RawWebSocket stalled = RawWebSocket.open(server.address().getPort(), "/ws?name=stalled", 4096)) {
            byte[] file = new byte[1_000_000];
            file[0] = 1;
            file[2] = 'f';
            Heard news = bob.heard();
            for (int files = 0; news.type() != 2; files++) {
                assertThat(files).as("files for somebody who does not read, until it is dropped").isLessThan(40);
                ada.client().sendBinary(file);
                while (news.type() != 2 && news.type() != 3) {
                    news = bob.heard();
                }
                if (news.type() == 3) {
                    assertThat(bob.client().heardBinary()).isEqualTo(file);
                    news = new Heard(0, "", "");
                }
            }
            assertThat(news).isEqualTo(new Heard(2, "stalled", "stalled left, 2 people in the room"));
            assertThat(stalled.hasEnded()).as("its connection ends").isTrue();
        }
    }

    @Test
    void aBurstMayCostReadersTheirPlaceButDoesNotStopTheServer() throws Exception {
        byte[] burst = Wire
                .join(Stream.generate(() -> Wire.frame(Wire.TEXT, "bla")).limit(BURST).toArray(byte[][]::new));
        try (ChatServer server = Guest.server("--outbox-messages=8", "--close-deadline=5s");
                RawWebSocket ada = RawWebSocket.open(server.address().getPort(), "/ws?name=ada");
                RawWebSocket bob = RawWebSocket.open(server.address().getPort(), "/ws?name=bob")) {
            for (RawWebSocket speaker : List.of(ada, bob)) {
                speaker.send(burst);
                speaker.sendClose(1000);
            }
            assertThat(ada.hasEnded()).as("ada, who says %d things and goodbye, gets to the end", BURST).isTrue();
            assertThat(bob.hasEnded()).as("bob, who says %d things and goodbye, gets to the end", BURST).isTrue();
            try (Guest cleo = Guest.join(server, "cleo")) {
                cleo.say("I am here");
                Heard news = cleo.heard();
                while (news.type() != 0) {
                    news = cleo.heard();
                }
                assertThat(news).isEqualTo(new Heard(0, "cleo", "I am here"));
            }
        }
    }

    private interface Action {

        void run(int number) throws IOException, InterruptedException;
    }

    private static CompletableFuture<?> inParallel(int threads, Action action) {
        return CompletableFuture.allOf(IntStream.range(0, threads).mapToObj(i -> CompletableFuture.runAsync(() -> {
            try {
                action.run(i);
            } catch (IOException | InterruptedException gone) {
                throw new IllegalStateException(gone);
            }
        }, Thread::startVirtualThread)).toArray(CompletableFuture<?>[]::new));
    }

    /// What was said, and not who came.
    private static List<Heard> conversation(Guest guest) throws InterruptedException {
        List<Heard> said = new ArrayList<>();
        while (said.size() < SPEAKERS * EACH) {
            Heard next = guest.heard();
            if (next.type() == 0) {
                said.add(next);
            }
        }
        return said;
    }

    private static List<Class<?>> fieldsOf(String name) throws ClassNotFoundException {
        return Stream.of(Class.forName("chat." + name).getDeclaredFields()).<Class<?>>map(Field::getType).toList();
    }
}
