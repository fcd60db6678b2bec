package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Somebody has stopped reading, and the others go on: one talks, one comes, one leaves. Runs against any hub.
public final class StalledMember {

    private static final Duration LONG = Duration.ofSeconds(40);

    /// More than an outbox holds here.
    private static final int MESSAGES = 30;

    /// What others do.
    public enum Doing {
        TALKING, JOINING, LEAVING
    }

    private StalledMember() {}

    /// What is not done in time, because of the stalled member: once that one reads, all of it must be.
    ///
    /// @param patience how long is waited, for the talk and then for all of it
    public static Set<Doing> holdsUp(AnotherHub hub, Duration patience) throws Exception {
        FakeMember ada = join(hub, "ada");
        FakeMember bob = join(hub, "bob");
        FakeMember cyd = join(hub, "cyd");
        FakeMember dan = join(hub, "dan");
        FakeMember eve = new FakeMember("eve");
        cyd.stopReading();
        Map<Doing, CompletableFuture<Void>> all = new EnumMap<>(Doing.class);
        all.put(Doing.TALKING, start(() -> {
            for (int i = 0; i < MESSAGES; i++) {
                hub.say(ada, "message " + i);
                assertThat(ada.hears("message " + i, LONG) && bob.hears("message " + i, LONG)).isTrue();
            }
        }));
        unfinished(all, patience);
        all.put(Doing.JOINING, start(() -> {
            hub.join(eve);
            assertThat(eve.hears("eve joined", LONG)).isTrue();
        }));
        all.put(Doing.LEAVING, start(() -> {
            hub.leave(dan);
            assertThat(ada.hears("dan left", LONG)).isTrue();
        }));
        Set<Doing> heldUp = unfinished(all, patience);
        cyd.goOnReading();
        together(all).get(LONG.toSeconds(), TimeUnit.SECONDS);
        return heldUp;
    }

    private static FakeMember join(AnotherHub hub, String name) throws InterruptedException {
        FakeMember member = new FakeMember(name);
        hub.join(member);
        assertThat(member.hears(name + " joined", LONG)).isTrue();
        return member;
    }

    private static CompletableFuture<Void> start(AtOnce.Task task) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                task.run();
                end.complete(null);
            } catch (Exception | AssertionError failed) {
                end.completeExceptionally(failed);
            }
        });
        return end;
    }

    private static Set<Doing> unfinished(Map<Doing, CompletableFuture<Void>> all, Duration patience) throws Exception {
        Set<Doing> unfinished = EnumSet.noneOf(Doing.class);
        try {
            together(all).get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
