package lab;

import java.io.IOException;
import java.util.List;

/// Runs the same for each of several servers, in rounds: forwards, backwards, forwards. What slows the machine down for
/// a while, slows neighbours, and not always the same one.
final class Rounds {
    private Rounds() {}

    /// What is done with one server.
    interface Part {
        void run(Room room) throws IOException, InterruptedException;
    }

    /// @param first is done once with each server, before the rounds
    /// @param again is done with each server in each round
    static void run(Session session, String experiment, List<Room> rooms, int rounds, Part first, Part again)
            throws IOException, InterruptedException {
        int parts = rooms.size() * (rounds + 1);
        int part = 0;
        for (Room room : rooms) {
            session.say(experiment + ": " + room.name());
            first.run(room);
            session.done(++part, parts);
        }
        for (int round = 1; round <= rounds; round++) {
            for (Room room : round % 2 == 1 ? rooms : rooms.reversed()) {
                session.say(experiment + ": round " + round + " of " + rounds + ", " + room.name());
                again.run(room);
                session.done(++part, parts);
            }
        }
    }
}
