package lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A client that reads everything, and says so many messages of 1 KiB a second that somebody else has not to read.
final class Talker {
    private static final int MESSAGE_BYTES = 1_024;
    private static final int TURNS_A_SECOND = 50;
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

    private Talker() {}

    /// Talks on a thread of its own, which ends when the time is over or the server has had enough.
    static void start(Target target, int number, int messagesASecond, Duration duration) {
        Thread.ofVirtual().name("talker").start(() -> {
            try (Swarm swarm = new Swarm(target.address(), n -> target.path(number), (client, payload) -> {})) {
                if (swarm.connect(1, CONNECT_DEADLINE) < 1) {
                    System.err.println("the talker did not get in: " + swarm.endings());
                    return;
                }
                talk(swarm, messagesASecond, duration);
                if (swarm.open() == 0) {
                    System.err.println("the talker is out: " + swarm.endings());
                }
            } catch (IOException failed) {
                System.err.println("the talker failed: " + failed);
            }
        });
    }

    private static void talk(Swarm swarm, int messagesASecond, Duration duration) throws IOException {
        ByteBuffer frame = Wire.masked(Wire.TEXT, "x".repeat(MESSAGE_BYTES).getBytes(StandardCharsets.US_ASCII));
        Client client = swarm.clients().getFirst();
        long began = System.nanoTime();
        long said = 0;
        while (client.isAlive() && System.nanoTime() - began < duration.toNanos()) {
            long due = (System.nanoTime() - began) * messagesASecond / 1_000_000_000L;
            for (; said < due && client.isAlive() && client.isFlushed(); said++) {
                client.send(frame.rewind());
            }
            swarm.run(Duration.ofSeconds(1).dividedBy(TURNS_A_SECOND));
        }
    }
}
