package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;

/// Somebody joins, and eleven messages come right behind: one more than the inboxes of article 000 hold. Runs against
/// any hub.
public final class BurstAndJoin {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MESSAGES = 11;

    private BurstAndJoin() {}

    /// Whether the newcomer waits in vain for the news that it is here.
    ///
    /// @param patience how long it waits
    public static boolean standsStill(AnotherHub hub, Duration patience) throws Exception {
        FakeMember ada = new FakeMember("ada");
        FakeMember bob = new FakeMember("bob");
        hub.join(ada);
        assertThat(ada.hears("ada joined", PATIENCE)).isTrue();
        ada.stopReading();
        hub.say(ada, "the hub is busy for a moment");
        Awaitility.await().atMost(PATIENCE).until(ada::holdsSomebodyUp);
        hub.join(bob);
        Thread burst = Thread.ofPlatform().daemon().start(() -> burst(hub, ada));
        Awaitility.await().atMost(PATIENCE).until(
                () -> burst.getState() == Thread.State.WAITING || burst.getState() == Thread.State.TERMINATED);
        ada.goOnReading();
        return !bob.hears("bob joined, 2 people", patience);
    }

    private static void burst(AnotherHub hub, FakeMember speaker) {
        try {
            for (int i = 0; i < MESSAGES; i++) {
                hub.say(speaker, "message " + i);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
