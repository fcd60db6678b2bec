package lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A running server in which everyone hears what one says.
///
/// @param tellsSpeaker whether the speaker hears it too
record Room(Server server, boolean tellsSpeaker) {
    /// The steps that are rooms, in the order they are built.
    private static final List<String> STEPS = List.of("step2-broadcast-lock", "step3-hub-channels",
            "step4-connection-wrapper");

    /// From this step on speakers hear themselves, and there is a second door, which the lab leaves to itself.
    private static final String FIRST_WITH_HUB = "step3-hub-channels";

    /// Starts every step that is a room.
    static List<Room> steps(Servers servers) throws IOException, InterruptedException {
        List<Room> rooms = new ArrayList<>();
        for (String step : STEPS) {
            boolean hasHub = step.compareTo(FIRST_WITH_HUB) >= 0;
            rooms.add(new Room(hasHub ? servers.step(step, "--tcp-port=0") : servers.step(step), hasHub));
        }
        return rooms;
    }

    String name() {
        return server.name();
    }
}
