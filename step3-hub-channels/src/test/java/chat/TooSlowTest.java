package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.edge.Frame;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Full outboxes, without a network. Ada reads, is here first and hears everything.
class TooSlowTest {

    private final FakePeer ada = FakePeer.reading();
    private HubParty party;
    private Client adaHerself;

    @BeforeEach
    void adaJoins() throws Exception {
        party = new HubParty();
        adaHerself = party.join("ada", ada);
        ada.hears("ada joined, 1 person in the room");
    }

    @AfterEach
    void end() {
        party.close();
    }

    @Test
    void whoeverHasNoRoomForAMessageIsDroppedAndAnnouncedOnce() throws Exception {
        FakePeer bob = FakePeer.stalled();
        Client client = party.join("bob", bob, "--outbox-messages=2");
        bob.awaitSending();
        party.say(adaHerself, "one", "two");
        ada.hears("bob joined, 2 people in the room", "ada: one", "ada: two");
        assertThat(bob.closings()).isEmpty();
        party.say(adaHerself, "three", "four");
        party.leave(client);
        party.say(adaHerself, "five");
        ada.hears("ada: three", "bob left, 1 person in the room", "ada: four", "ada: five");
        bob.awaitClosing("1008 too slow");
    }

    @Test
    void whoeverReadsAgainInTimeHasLostNothing() throws Exception {
        FakePeer bob = FakePeer.stalled();
        party.join("bob", bob, "--outbox-messages=2");
        bob.awaitSending();
        party.say(adaHerself, "one", "two");
        ada.hears("bob joined, 2 people in the room", "ada: one", "ada: two");
        bob.read();
        bob.hears("bob joined, 2 people in the room", "ada: one", "ada: two");
        party.say(adaHerself, "three");
        bob.hears("ada: three");
        assertThat(bob.closings()).isEmpty();
    }

    @Test
    void filesFillAnOutboxByTheirBytes() throws Exception {
        FakePeer bob = FakePeer.stalled();
        party.join("bob", bob, "--outbox-bytes=10000");
        bob.awaitSending();
        FileFrame file = FileFrame.of(Frame.binary(ByteBuffer.wrap(Dialect.file(4000))));
        Client cyd = party.join("cyd", FakePeer.reading());
        party.post(new Event.File(cyd, file));
        party.post(new Event.File(cyd, file));
        party.say(adaHerself, "a word still fits");
        ada.hears("bob joined, 2 people in the room", "cyd joined, 3 people in the room", "cyd sends a file: f",
                "cyd sends a file: f", "ada: a word still fits");
        assertThat(bob.closings()).isEmpty();
        party.post(new Event.File(cyd, file));
        ada.hears("cyd sends a file: f", "bob left, 2 people in the room");
        bob.awaitClosing("1008 too slow");
    }

    @Test
    void severalWhoAreTooSlowAtOnceLeaveOneByOne() throws Exception {
        FakePeer bob = FakePeer.stalled();
        FakePeer cyd = FakePeer.stalled();
        FakePeer dan = FakePeer.stalled();
        party.join("bob", bob, "--outbox-messages=4");
        bob.awaitSending();
        party.join("cyd", cyd, "--outbox-messages=3");
        cyd.awaitSending();
        party.join("dan", dan, "--outbox-messages=2");
        dan.awaitSending();
        party.say(adaHerself, "one", "two", "too much for all of them");
        ada.hears("bob joined, 2 people in the room", "cyd joined, 3 people in the room",
                "dan joined, 4 people in the room", "ada: one", "ada: two", "ada: too much for all of them",
                "bob left, 3 people in the room", "cyd left, 2 people in the room", "dan left, 1 person in the room");
        for (FakePeer peer : List.of(bob, cyd, dan)) {
            peer.awaitClosing("1008 too slow");
        }
    }

    @Test
    void thatSomebodyIsDroppedMayBeTooMuchForTheNext() throws Exception {
        FakePeer bob = FakePeer.stalled();
        FakePeer cyd = FakePeer.stalled();
        FakePeer dan = FakePeer.stalled();
        party.join("dan", dan, "--outbox-messages=6");
        dan.awaitSending();
        party.join("cyd", cyd, "--outbox-messages=4");
        cyd.awaitSending();
        party.join("bob", bob, "--outbox-messages=2");
        bob.awaitSending();
        ada.hears("dan joined, 2 people in the room", "cyd joined, 3 people in the room",
                "bob joined, 4 people in the room");
        party.say(adaHerself, "one", "two", "three");
        ada.hears("ada: one", "ada: two", "ada: three", "bob left, 3 people in the room",
                "cyd left, 2 people in the room", "dan left, 1 person in the room");
        for (FakePeer peer : List.of(bob, cyd, dan)) {
            peer.awaitClosing("1008 too slow");
        }
    }

    @Test
    void whoeverIsDroppedGivesItsNameBackAndIsNotMistakenForTheNext() throws Exception {
        FakePeer stalled = FakePeer.stalled();
        FakePeer again = FakePeer.reading();
        Client first = party.join("bob", stalled, "--outbox-messages=1");
        stalled.awaitSending();
        party.say(adaHerself, "one", "two");
        party.join("bob", again);
        party.leave(first);
        party.say(first, "I am still here");
        party.say(adaHerself, "three");
        again.hears("bob joined, 2 people in the room", "ada: three");
        ada.hears("bob joined, 2 people in the room", "ada: one", "ada: two", "bob left, 1 person in the room",
                "bob joined, 2 people in the room", "ada: three");
    }
}
