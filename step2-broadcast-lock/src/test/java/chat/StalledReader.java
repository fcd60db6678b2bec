package chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.Members.Member;
import chat.edge.Frame;
import chat.edge.Frames;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Somebody has stopped reading, and the others go on: one talks, one comes, one leaves. Runs against any room, on
/// threads that may wait, as each client of the Go original has one.
public final class StalledReader {

    /// More than the system's buffers hold for somebody who does not read.
    private static final int FILES = 12;
    private static final Frame FILE = Frame.binary(ByteBuffer.wrap(Dialect.file(1_048_576)));

    /// What others do.
    public enum Doing {
        TALKING, JOINING, LEAVING
    }

    private StalledReader() {}

    /// What is still not done after three seconds, because of the stalled reader: once that one has gone, all of it must be.
    public static Set<Doing> holdsUp(Room room) throws Exception {
        try (Members members = new Members()) {
            List<Member> others = members.next(3, room);
            Member newcomer = members.next();
            Member stalled = members.next(4096);
            room.join(stalled.channel());
            others.forEach(member -> start(member.client()::hasEnded));
            start(newcomer.client()::hasEnded);
            Map<Doing, CompletableFuture<Void>> all = new EnumMap<>(Doing.class);
            all.put(Doing.TALKING, start(() -> talk(room, others.getFirst())));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> all.get(Doing.TALKING).isDone() || Frames.isStuck(stalled.channel()));
            all.put(Doing.JOINING, start(() -> room.join(newcomer.channel())));
            all.put(Doing.LEAVING, start(() -> room.leave(others.getLast().channel())));
            Set<Doing> heldUp = unfinished(all);
            stalled.client().reset();
            together(all).get(20, TimeUnit.SECONDS);
            assertThat(room.size()).as("two of the three, the newcomer, the stalled one").isEqualTo(4);
            return heldUp;
        }
    }

    private static CompletableFuture<Void> start(Runnable task) {
        return CompletableFuture.runAsync(task, Thread::startVirtualThread);
    }

    private static void talk(Room room, Member speaker) {
        for (int i = 0; i < FILES; i++) {
            room.tellOthers(speaker.channel(), FILE);
        }
    }

    /// Waits for them all, three seconds at the most.
    private static Set<Doing> unfinished(Map<Doing, CompletableFuture<Void>> all) throws Exception {
        Set<Doing> unfinished = EnumSet.noneOf(Doing.class);
        try {
            together(all).get(3, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            all.forEach((doing, end) -> {
                if (!end.isDone()) {
                    unfinished.add(doing);
                }
            });
        }
        return unfinished;
    }

    private static CompletableFuture<Void> together(Map<Doing, CompletableFuture<Void>> all) {
        return CompletableFuture.allOf(all.values().toArray(CompletableFuture[]::new));
    }
}
