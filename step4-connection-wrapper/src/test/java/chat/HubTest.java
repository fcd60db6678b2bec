package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.edge.Frame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The hub without a network: events in, messages out.
class HubTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HubParty party;

    @BeforeEach
    void start() throws Exception {
        party = new HubParty();
    }

    @AfterEach
    void end() {
        party.close();
    }

    @Test
    void whoComesIsAnnouncedToEveryoneAndCounted() throws Exception {
        FakePeer ada = FakePeer.reading();
        FakePeer bob = FakePeer.reading();
        party.join("ada", ada);
        party.join("bob", bob);
        ada.hears("ada joined, 1 person in the room", "bob joined, 2 people in the room");
        bob.hears("bob joined, 2 people in the room");
    }

    @Test
    void whoLeavesIsAnnouncedToThoseWhoStay() throws Exception {
        FakePeer ada = FakePeer.reading();
        FakePeer bob = FakePeer.reading();
        Client leaver = party.join("ada", ada);
        party.join("bob", bob);
        party.leave(leaver);
        bob.hears("bob joined, 2 people in the room", "ada left, 1 person in the room");
        ada.hears("ada joined, 1 person in the room", "bob joined, 2 people in the room");
        assertThat(ada.unheard()).isEmpty();
        assertThat(ada.closings()).as("who leaves has ended its connection itself").isEmpty();
    }

    @Test
    void allThatHappensReachesEveryoneInOneOrder() throws Exception {
        FakePeer ada = FakePeer.reading();
        FakePeer bob = FakePeer.reading();
        Client a = party.join("ada", ada);
        Client b = party.join("bob", bob);
        party.say(a, "one");
        party.post(new Event.File(b, file()));
        party.say(b, "two");
        party.post(new Event.File(a, file()));
        party.join("cyd", FakePeer.reading());
        party.say(b, "three");
        ada.hears("ada joined, 1 person in the room", "bob joined, 2 people in the room", "ada: one",
                "bob sends a file: f", "bob: two", "cyd joined, 3 people in the room", "bob: three");
        bob.hears("bob joined, 2 people in the room", "ada: one", "bob: two", "ada sends a file: f",
                "cyd joined, 3 people in the room", "bob: three");
    }

    @Test
    void aBlankTextReachesNobody() throws Exception {
        FakePeer ada = FakePeer.reading();
        Client client = party.join("ada", ada);
        for (String blank : List.of("", " ", "\t\n", "\u2003")) {
            party.say(client, blank);
        }
        party.say(client, " not blank ");
        ada.hears("ada joined, 1 person in the room", "ada:  not blank ");
    }

    @Test
    void whoeverTakesATakenNameIsSentAwayAndNobodyElseNotices() throws Exception {
        FakePeer first = FakePeer.reading();
        FakePeer second = FakePeer.reading();
        party.join("ada", first);
        Client twin = party.join("ada", second);
        party.say(twin, "it is me");
        party.post(new Event.File(twin, file()));
        party.leave(twin);
        party.join("bob", FakePeer.reading());
        first.hears("ada joined, 1 person in the room", "bob joined, 2 people in the room");
        second.awaitClosing("4001 that name is taken");
        assertThat(second.unheard()).isEmpty();
    }

    @Test
    void aNameIsFreeAgainWhenItsLeaveHasBeenAnnounced() throws Exception {
        FakePeer ada = FakePeer.reading();
        Client first = party.join("ada", FakePeer.reading());
        party.leave(first);
        party.join("ada", ada);
        party.leave(first);
        party.say(first, "I have left");
        party.join("bob", FakePeer.reading());
        ada.hears("ada joined, 1 person in the room", "bob joined, 2 people in the room");
    }

    @Test
    void whoeverIsNotHereCannotSpeakOrSendOrLeave() throws Exception {
        FakePeer ada = FakePeer.reading();
        party.join("ada", ada);
        Client stranger = party.stranger("bob", FakePeer.reading());
        party.say(stranger, "hello");
        party.post(new Event.File(stranger, file()));
        party.leave(stranger);
        party.join("cyd", FakePeer.reading());
        ada.hears("ada joined, 1 person in the room", "cyd joined, 2 people in the room");
    }

    @Test
    void everyoneIsToldThatTheServerStops() throws Exception {
        List<FakePeer> peers = IntStream.range(0, 5).mapToObj(_ -> FakePeer.reading()).toList();
        for (FakePeer peer : peers) {
            party.join("guest " + peers.indexOf(peer), peer);
        }
        party.stop();
        peers.forEach(peer -> peer.awaitClosing("1001 the server is stopping"));
    }

    @Test
    void aBugInOneEventIsNotTheEndOfTheHubAndWhoeverPushedItIsTold() throws Exception {
        FakePeer ada = FakePeer.reading();
        party.join("ada", ada);
        CompletableFuture<Integer> delivered = new CompletableFuture<>() {
            @Override
            public boolean complete(Integer count) {
                throw new IllegalStateException("a bug, made on purpose");
            }
        };
        party.post(new Event.Push("ops", "hello", delivered));
        assertThat(delivered).failsWithin(PATIENCE).withThrowableOfType(ExecutionException.class)
                .withMessageContaining("made on purpose");
        party.join("bob", FakePeer.reading());
        ada.hears("ada joined, 1 person in the room", "[ops] hello", "bob joined, 2 people in the room");
    }

    private static FileFrame file() throws Exception {
        return FileFrame.of(Frame.binary(ByteBuffer.wrap(Dialect.file(100))));
    }
}
