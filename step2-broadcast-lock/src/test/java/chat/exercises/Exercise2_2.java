package chat.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import chat.BusyJoinRoom;
import chat.ChatServer;
import chat.RawWebSocket;
import chat.SlowJoinRoom;
import chat.TestClient;
import chat.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("exercise")
@Tag("exercise-2.2")
class Exercise2_2 {

    private static final String[] OPTIONS = {"--port=0", "--stop-deadline=500ms", "--close-deadline=200ms"};

    @Test
    void aNewcomerIsToldHowManyAreHere() throws Exception {
        try (ChatServer server = ChatServer.start("--port=0");
                TestClient ada = TestClient.open(server.address().getPort(), "/ws");
                TestClient bob = TestClient.open(server.address().getPort(), "/ws")) {
            bob.say("hi");
            ada.say("hello");
            assertThat(ada.heard()).as("the first thing a newcomer hears").isEqualTo("1 here");
            assertThat(ada.heard()).as("who is in already is not told again").isEqualTo("hi");
            assertThat(bob.heard()).as("the count includes the newcomer").isEqualTo("2 here");
            assertThat(bob.heard()).isEqualTo("hello");
        }
    }

    @Test
    void twoWhoComeAtTheSameMomentGetTwoNumbers() throws Exception {
        List<RawWebSocket> crowd = new ArrayList<>();
        try (ChatServer server = SlowJoinRoom.start(OPTIONS); var threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<RawWebSocket>> coming = IntStream.range(0, 100)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> newcomer(server), threads)).toList();
            coming.forEach(newcomer -> crowd.add(newcomer.join()));
            List<String> heard = new ArrayList<>();
            for (RawWebSocket newcomer : crowd) {
                newcomer.send(Wire.PING, new byte[0]);
                RawWebSocket.Received first = newcomer.read();
                heard.add(first.first() == Wire.PONG ? "nothing" : first.text());
            }
            assertThat(heard).as("the first thing each of 100 newcomers hears").containsExactlyInAnyOrderElementsOf(
                    IntStream.rangeClosed(1, 100).mapToObj(i -> i + " here").toList());
        } finally {
            crowd.forEach(RawWebSocket::close);
        }
    }

    @Test
    void nothingIsHeardBeforeTheNumber() throws Exception {
        try (ChatServer server = BusyJoinRoom.start(OPTIONS);
                RawWebSocket _ = RawWebSocket.openAndHeard(server.address().getPort(), "/ws")) {
            for (int i = 0; i < 200; i++) {
                try (RawWebSocket newcomer = newcomer(server)) {
                    assertThat(newcomer.read().text()).as("the first thing a newcomer hears while somebody is talking: "
                            + "add it to the list and tell it the number while nobody else can speak")
                            .endsWith(" here");
                }
            }
        }
    }

    private static RawWebSocket newcomer(ChatServer server) {
        try {
            return RawWebSocket.open(server.address().getPort(), "/ws");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
