package chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.websockets.core.WebSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// However a connection ends, it leaves the room, once, and the others go on.
class EndingsTest {

    private static final int GUESTS = 20;
    private static final List<Ending> ENDINGS = List.of(Ending.values());

    private final WatchedRoom room = new WatchedRoom();
    private final TestServer server = TestServer.start(room, "--close-deadline=300ms");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverEndsLeavesOnceAndNobodyElseDoes(Ending ending) throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            RawWebSocket client = Dialect.member(server.port());
            WebSocketChannel channel = room.channelOf(client);
            ending.begin(client);
            room.awaitLeaves(1);
            client.close();
            talk.othersAreUndisturbed();
            assertThat(room.leaves()).containsExactly(channel);
        }
        everyoneHasLeftOnce();
    }

    @Test
    void aReceiverThatFailsAmidTheTalkIsClosedAndLeavesOnce() throws Exception {
        try (Dialect talk = Dialect.open(server)) {
            RawWebSocket receiver = Dialect.member(server.port());
            WebSocketChannel channel = room.channelOf(receiver);
            for (int i = 0; i < 1000; i++) {
                if (i == 100) {
                    receiver.reset();
                }
                talk.speaker().sendText("message " + i);
                assertThat(talk.heard()).isEqualTo("message " + i);
            }
            room.awaitLeaves(1);
            assertThat(channel.isOpen()).isFalse();
            assertThat(room.leaves()).containsExactly(channel);
        }
        everyoneHasLeftOnce();
    }

    @Test
    void aStalledReaderLeavesOnceWhenItDies() throws Exception {
        RawWebSocket stalled = Dialect.stalled(server.port());
        try (Dialect talk = Dialect.open(server)) {
            WebSocketChannel channel = room.channelOf(stalled);
            stalled.reset();
            room.awaitLeaves(2);
            talk.othersAreUndisturbed();
            assertThat(room.leaves()).contains(channel);
        }
        everyoneHasLeftOnce();
    }

    @Test
    void twoHundredJoinsDropsAndKillsInTheMidstOfTheTalkLeaveTheRoomEmpty() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        AtomicBoolean over = new AtomicBoolean();
        List<RawWebSocket> guests = new ArrayList<>();
        try (Dialect talk = Dialect.open(server)) {
            CompletableFuture<Void> talking = CompletableFuture.runAsync(() -> talkUntil(over, talk),
                    Thread::startVirtualThread);
            for (int i = 0; i < 200; i++) {
                if (guests.isEmpty() || (guests.size() < GUESTS && random.nextInt(3) > 0)) {
                    guests.add(Dialect.newcomer(server.port()));
                } else {
                    end(guests.remove(random.nextInt(guests.size())), random);
                }
            }
            for (RawWebSocket guest : guests) {
                end(guest, random);
            }
            over.set(true);
            talking.get(20, TimeUnit.SECONDS);
        }
        everyoneHasLeftOnce();
    }

    private static void end(RawWebSocket guest, Random random) throws Exception {
        ENDINGS.get(random.nextInt(ENDINGS.size())).begin(guest);
        guest.close();
    }

    private static void talkUntil(AtomicBoolean over, Dialect talk) {
        try {
            for (int i = 0; !over.get(); i++) {
                talk.speaker().sendText("message " + i);
                assertThat(talk.heard()).isEqualTo("message " + i);
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void everyoneHasLeftOnce() {
        room.awaitSize(0);
        room.awaitLeaves(room.joins().size());
        assertThat(room.leaves()).containsExactlyInAnyOrderElementsOf(room.joins());
        assertThat(room.size()).isZero();
    }
}
