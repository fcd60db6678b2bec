package chat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// A server and the people in it, who do at random what people do; which, and in which order, depends on the seed
/// alone. Four stay from the beginning to the end, two of them at each door.
final class RandomTalk implements AutoCloseable {

    private static final int TURNS = 80;
    private static final int ACTS = 15;

    private final Random random;
    private final TestServer server = TestServer.start("--outbox-messages=10000", "--outbox-bytes=2000000",
            "--hub-inbox-events=4");
    private final List<Visitor> everyone = new ArrayList<>();
    private final List<Visitor> stayers = new ArrayList<>();
    private final List<Visitor> guests = new ArrayList<>();
    private final List<Visitor> stalled = new ArrayList<>();
    private final List<Visitor> leavers = new ArrayList<>();
    private int number;
    private long dropped;

    RandomTalk(long seed) {
        this.random = new Random(seed);
    }

    /// Runs until all but the stayers have left. Before a turn ends, and after each big file, all have heard it who
    /// have not stalled: so these are never too slow, however busy the machine.
    void run() throws IOException {
        for (int i = 0; i < 4; i++) {
            stayers.add(come(i % 2 == 0));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < ACTS; i++) {
                act(random.nextInt(100));
            }
            awaitHeardByAllBut(stayers.getFirst(), say(stayers.getFirst()));
        }
        while (!guests.isEmpty()) {
            leavers.add(anyGuestGoes());
            leavers.getLast().leave();
        }
        dropped = stalled.stream().filter(each -> stayers.getFirst().hasHeard(each + " left, ")).count();
        for (Visitor last : stalled) {
            last.reset();
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> everyone.stream()
                .filter(each -> !stayers.contains(each))
                .allMatch(each -> stayers.getFirst().hasHeard(each + " left, ")));
        String last = say(stayers.getFirst());
        stayers.forEach(each -> each.awaitHeard(last));
    }

    private void act(int dice) throws IOException {
        if (guests.size() < 4 || dice < 10) {
            guests.add(come(random.nextBoolean()));
        } else if (dice < 18) {
            leavers.add(anyGuestGoes());
            leavers.getLast().leave();
        } else if (dice < 20) {
            anyGuestGoes().reset();
        } else if (dice < 22 && stalled.size() < 6) {
            stalled.add(anyGuestGoes());
            stalled.getLast().stopReading();
        } else if (dice < 27) {
            Visitor sender = any(guests);
            awaitHeardByAllBut(sender, sender.sendFile("big " + number++, 300_000));
        } else if (dice < 35) {
            any(guests).sendFile("small " + number++, 1_000);
        } else {
            say(any(random.nextInt(3) == 0 ? stayers : guests));
        }
    }

    private Visitor come(boolean byTcp) throws IOException {
        int receiveBuffer = random.nextBoolean() ? 4096 : 0;
        Visitor visitor = byTcp ? TcpVisitor.open(server.tcpPort(), receiveBuffer)
                : WebSocketVisitor.open(server.port(), "visitor " + everyone.size(), receiveBuffer);
        visitor.awaitHeard(visitor + " joined, ");
        if (everyone.stream().anyMatch(earlier -> earlier.name().equals(visitor.name()))) {
            return insteadOf(visitor, byTcp);
        }
        everyone.add(visitor);
        return visitor;
    }

    /// The system may give a port a second time, and with it the name of somebody who has left.
    private Visitor insteadOf(Visitor namesake, boolean byTcp) throws IOException {
        long before = leaves(namesake);
        namesake.leave();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> leaves(namesake) > before);
        return come(byTcp);
    }

    private long leaves(Visitor visitor) {
        return stayers.getFirst().heard().stream().filter(line -> line.startsWith(visitor + " left, ")).count();
    }

    private String say(Visitor speaker) throws IOException {
        return speaker.say("number " + number++);
    }

    private Visitor anyGuestGoes() {
        return guests.remove(random.nextInt(guests.size()));
    }

    private void awaitHeardByAllBut(Visitor sender, String line) {
        Stream.concat(stayers.stream(), guests.stream()).filter(each -> !each.equals(sender))
                .forEach(each -> each.awaitHeard(line));
    }

    private Visitor any(List<Visitor> some) {
        return some.get(random.nextInt(some.size()));
    }

    List<Visitor> everyone() {
        return everyone;
    }

    List<Visitor> stayers() {
        return stayers;
    }

    /// Those who stayed or left in order.
    List<Visitor> wellBehaved() {
        return everyone.stream().filter(each -> stayers.contains(each) || leavers.contains(each)).toList();
    }

    /// How many of those who stalled the server has dropped; the others died when all was over.
    long droppedAsTooSlow() {
        return dropped;
    }

    @Override
    public String toString() {
        return everyone.size() + " people, " + number + " messages and files, " + stalled.size() + " stalled, "
                + dropped + " of them dropped";
    }

    @Override
    public void close() {
        everyone.forEach(Visitor::close);
        server.close();
    }
}
