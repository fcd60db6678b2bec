package lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// A running server in which everyone hears what one says.
///
/// @param path the request target of a client, by a number that no other client has
/// @param tellsSpeaker whether the speaker hears it too
/// @param server the process, if it is one of ours
record Room(String name, InetSocketAddress address, IntFunction<String> path, boolean tellsSpeaker,
        Optional<Server> server) {
    /// The steps that are rooms, in the order they are built.
    static final List<String> STEPS = List.of("step2-broadcast-lock", "step3-hub-channels",
            "step4-connection-wrapper");

    /// The same, for pictures that show somebody else's server too.
    static final List<String> STEPS_OR_TARGET = List.of(STEPS.get(0), STEPS.get(1), STEPS.get(2), Target.NAME);

    /// Their Go twins.
    static final List<String> TWINS = List.of("go-step2", "go-step3", "go-step4");

    private static final AtomicInteger CLIENTS = new AtomicInteger(); // who just left may still be in the room

    /// One of our processes; it knows its clients by `/ws?name=c0`, `/ws?name=c1` and so on.
    static Room of(Server server, boolean tellsSpeaker) {
        return new Room(server.name(), server.address(), n -> "/ws?name=c" + n, tellsSpeaker, Optional.of(server));
    }

    /// The target if there is one, and otherwise every step that is a room and is wanted.
    static List<Room> chosen(Session session, Servers servers) throws IOException, InterruptedException {
        if (session.target().isPresent()) {
            return List.of(of(session.target().get()));
        }
        List<Room> rooms = new ArrayList<>();
        for (String step : STEPS) {
            if (session.wants(step)) {
                rooms.add(of(servers.step(step), !step.startsWith("step2"))); // from step 3 on, speakers too
            }
        }
        return rooms;
    }

    /// Somebody else's server. Whether it tells the speaker is tried out, with two clients.
    static Room of(Target target) throws IOException {
        Room room = untried(target);
        return new Room(room.name, room.address, room.path, SpeakerProbe.tellsSpeaker(room), room.server);
    }

    /// Somebody else's server, which may be a room or an echo: a speaker hears itself.
    static Room untried(Target target) {
        return new Room(Target.NAME, target.address(), target::path, true, Optional.empty());
    }

    /// The request target for one more client. Any thread.
    String nextPath() {
        return path.apply(CLIENTS.getAndIncrement());
    }

    /// Waits until our process has next to nothing to do any more.
    void awaitRest() throws InterruptedException {
        if (server.isPresent()) {
            server.get().awaitRest();
        }
    }
}
