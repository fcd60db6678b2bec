package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.HeldHub.Guest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The hub's inbox is full, because the hub is held.
class BackpressureTest {

    private static final String[] ROOM_FOR_ALL = {"--outbox-messages=100000", "--outbox-bytes=200000000"};

    @Test
    void aFlooderIsSlowedByTcpAndLosesNothing() throws Exception {
        try (HeldHub hub = new HeldHub("--hub-inbox-events=16", ROOM_FOR_ALL[0], ROOM_FOR_ALL[1])) {
            Guest witness = hub.next();
            Guest flooder = hub.next();
            hub.hold();
            Flood flood = new Flood(flooder.socket(), 2_000, i -> Wire.frame(Wire.TEXT, text(i)));
            flood.awaitStandstill();
            hub.letGo();
            for (int i = 0; i < 2_000; i++) {
                assertThat(nextFrom(flooder, witness)).isEqualTo(Heard.said(flooder.client().name(), text(i)));
            }
            flood.awaitEnd();
        }
    }

    @Test
    void anInboxFullOfFilesIsFullByItsBytes() throws Exception {
        try (HeldHub hub = new HeldHub("--hub-inbox-bytes=2000000", ROOM_FOR_ALL[0], ROOM_FOR_ALL[1])) {
            Guest witness = hub.next();
            Guest flooder = hub.next();
            hub.hold();
            Flood flood = new Flood(flooder.socket(), 20, i -> Wire.frame(Wire.BINARY, file(i)));
            flood.awaitStandstill();
            hub.letGo();
            for (int i = 0; i < 20; i++) {
                assertThat(nextFrom(flooder, witness)).isEqualTo(Heard.file(flooder.client().name(), "f"));
                assertThat(witness.socket().read().bytes()).isEqualTo(file(i));
            }
            flood.awaitEnd();
        }
    }

    @Test
    void aFileHeavierThanTheWholeInboxGetsThrough() throws Exception {
        try (TestServer server = TestServer.start("--hub-inbox-bytes=1000");
                RawWebSocket ada = Dialect.member(server.port(), "ada");
                RawWebSocket bob = Dialect.member(server.port(), "bob")) {
            for (int i = 0; i < 3; i++) {
                ada.send(Wire.BINARY, file(i));
                assertThat(Heard.of(bob.read())).isEqualTo(Heard.file("ada", "f"));
                assertThat(bob.read().bytes()).isEqualTo(file(i));
            }
        }
    }

    /// The connection ends while one event of it waits for room: that one comes first, and the leave is the last.
    @Test
    void whoeverEndsWhileAnEventWaitsLeavesAfterIt() throws Exception {
        try (LogLines log = new LogLines(); HeldHub hub = new HeldHub("--hub-inbox-events=3")) {
            Guest witness = hub.next();
            Guest leaver = hub.next();
            String name = leaver.client().name();
            hub.hold();
            for (int i = 0; i < 10; i++) {
                leaver.socket().sendText(text(i));
            }
            log.await(name + ": reading paused, hub inbox full");
            leaver.client().close(1008, "in the middle");
            assertThat(leaver.socket().hasEnded()).isTrue();
            log.await("disconnected: closed with 1008 (in the middle)");
            hub.letGo();
            for (int i = 0; i < 4; i++) {
                assertThat(nextFrom(leaver, witness)).as("three in the inbox, and one that waited")
                        .isEqualTo(Heard.said(name, text(i)));
            }
            assertThat(nextFrom(leaver, witness)).isEqualTo(Heard.left(name, 1));
        }
    }

    @Test
    void whoeverIsPausedIsReadAgainAndNotOnlyItsMessages() throws Exception {
        try (LogLines log = new LogLines(); HeldHub hub = new HeldHub("--hub-inbox-events=1")) {
            Guest guest = hub.next();
            String name = guest.client().name();
            hub.hold();
            hub.awaitFullInbox();
            guest.socket().sendText("this one waits");
            log.await(name + ": reading paused, hub inbox full");
            guest.socket().send(Wire.PING, Wire.ascii("hello"));
            hub.letGo();
            assertThat(guest.socket().pong()).isEqualTo(Wire.ascii("hello"));
            log.await(name + ": reading resumed");
        }
    }

    /// The next thing somebody does, whatever others do in between.
    private static Heard nextFrom(Guest guest, Guest witness) throws IOException {
        Heard next = Heard.of(witness.socket().read());
        while (!next.name().equals(guest.client().name()) || next.type() == Heard.JOINED) {
            next = Heard.of(witness.socket().read());
        }
        return next;
    }

    private static String text(int number) {
        return number + " " + "x".repeat(8_000);
    }

    private static byte[] file(int number) {
        byte[] file = Dialect.file(1_000_000);
        file[file.length - 1] = (byte) number;
        return file;
    }
}
