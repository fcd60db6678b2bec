package lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/// Finds out whether a room tells the speaker too what it tells everyone else.
final class SpeakerProbe implements Swarm.Listener {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration CALL_AGAIN = Duration.ofMillis(200);

    private final int[] heardBy = new int[2];

    private SpeakerProbe() {}

    /// Two clients join, and the first one speaks until the second has heard it.
    ///
    /// @throws IOException they did not get in, or the second one never heard anything
    static boolean tellsSpeaker(Room room) throws IOException {
        return tellsSpeaker(room, Deadline.in(DEADLINE));
    }

    static boolean tellsSpeaker(Room room, Deadline deadline) throws IOException {
        SpeakerProbe ears = new SpeakerProbe();
        try (Swarm swarm = Swarm.connected(2, deadline, room.address(), _ -> room.nextPath(), ears)) {
            StampedText text = new StampedText(64);
            while (ears.heardBy[1] == 0) {
                if (deadline.isOver()) {
                    throw new IOException(room.name() + " does not tell one client what another says");
                }
                swarm.clients().getFirst().send(text.with(0));
                swarm.run(CALL_AGAIN); // all of it, also when the second has heard: the first may hear later
            }
            return ears.heardBy[0] > 0;
        }
    }

    @Override
    public void onMessage(Client client, ByteBuffer payload) {
        if (StampedText.stampIn(payload) == 0) {
            heardBy[client.number()]++;
        }
    }
}
