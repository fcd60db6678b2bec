package chat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/// One thread writes, another closes: whatever is accepted must arrive, and whatever is refused must not. Runs with
/// any connection.
public final class CloseAgainstSend {

    private static final int LONGEST_SPIN = 1000;

    private CloseAgainstSend() {}

    /// What went wrong in so many rounds.
    ///
    /// @param lost  messages that were accepted and did not arrive
    /// @param ghost messages that were refused and did
    public record Outcome(int lost, int ghost) {}

    /// What becomes of a write that waits for room when somebody closes.
    public enum Fate {
        ACCEPTED, REFUSED, FORGOTTEN
    }

    /// Each round closes at another moment: before, amid or after the writing, with more or less still in the outbox.
    public static Outcome of(int rounds, AnotherConnection.Make make) throws InterruptedException {
        int lost = 0;
        int ghost = 0;
        for (int round = 0; round < rounds; round++) {
            int lead = ThreadLocalRandom.current().nextInt(-LONGEST_SPIN, LONGEST_SPIN);
            Set<String> accepted = new HashSet<>();
            Set<String> arrived = ConcurrentHashMap.newKeySet();
            AnotherConnection connection = make.to(arrived::add);
            Thread closer = Thread.startVirtualThread(() -> {
                spin(lead);
                connection.close();
            });
            spin(-lead);
            for (int number = 0; number < AnotherConnection.OUTBOX; number++) {
                if (connection.write("message " + number)) {
                    accepted.add("message " + number);
                }
            }
            closer.join();
            connection.awaitEnd();
            lost += without(accepted, arrived);
            ghost += without(arrived, accepted);
        }
        return new Outcome(lost, ghost);
    }

    /// The outbox holds some messages; then somebody closes; then the far end reads.
    ///
    /// @return how many were accepted and never arrive
    public static int lostAtClose(AnotherConnection.Make make) throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(1);
        Set<String> arrived = ConcurrentHashMap.newKeySet();
        AnotherConnection connection = make.to(text -> {
            busy.countDown();
            reading.await();
            arrived.add(text);
        });
        int accepted = fill(connection, busy);
        connection.close();
        reading.countDown();
        connection.awaitEnd();
        return accepted - arrived.size();
    }

    /// The outbox is full and somebody waits for room; then somebody else closes; then the far end reads.
    public static Fate waiting(AnotherConnection.Make make) throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(1);
        AnotherConnection connection = make.to(_ -> {
            busy.countDown();
            reading.await();
        });
        fill(connection, busy);
        Waiting<Boolean> writer = Waiting.in(() -> connection.write("one too many"));
        connection.close();
        reading.countDown();
        connection.awaitEnd();
        if (writer.waitsFor(Duration.ofMillis(500))) {
            return Fate.FORGOTTEN;
        }
        return writer.returns() ? Fate.ACCEPTED : Fate.REFUSED;
    }

    /// One message is on its way, and the outbox is full.
    private static int fill(AnotherConnection connection, CountDownLatch busy) throws InterruptedException {
        connection.write("the first message");
        busy.await();
        for (int number = 0; number < AnotherConnection.OUTBOX; number++) {
            connection.write("message " + number);
        }
        return AnotherConnection.OUTBOX + 1;
    }

    private static int without(Set<String> some, Set<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest.size();
    }

    private static void spin(int turns) {
        for (int i = 0; i < turns; i++) {
            Thread.onSpinWait();
        }
    }
}
