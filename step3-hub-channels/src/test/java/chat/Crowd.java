package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.edge.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// Several come at the same time. Runs against any hub.
public final class Crowd {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int RESIDENTS = 200;
    private static final int VISITS = 500;

    private Crowd() {}

    /// Always here, and silent; whatever it is told, it forgets.
    private record Resident(String name) implements AnotherHub.Member {

        @Override
        public void send(Frame message) {}

        @Override
        public void close(int code, String reason) {}
    }

    /// Two with one name join while the hub is busy. How many of them are let in?
    public static long twinsLetIn(AnotherHub hub) throws Exception {
        FakeMember bob = new FakeMember("bob");
        hub.join(bob);
        assertThat(bob.hears("bob joined", PATIENCE)).isTrue();
        bob.stopReading();
        hub.say(bob, "the hub is busy for a moment");
        Awaitility.await().atMost(PATIENCE).until(bob::holdsSomebodyUp);
        List<FakeMember> twins = List.of(new FakeMember("ada"), new FakeMember("ada"));
        for (FakeMember twin : twins) {
            hub.join(twin);
        }
        bob.goOnReading();
        Awaitility.await().atMost(PATIENCE)
                .until(() -> twins.stream().allMatch(twin -> twin.isClosed() || twin.hasHeard("ada joined")));
        return twins.stream().filter(twin -> twin.hasHeard("ada joined")).count();
    }

    /// Two groups come and go, each member after the other, while some are always here.
    ///
    /// @param rounds are run until something is thrown, so many at the most
    /// @return what was thrown where somebody came or left
    public static Optional<String> comesAndGoes(AnotherHub hub, int rounds) throws Exception {
        Optional<Throwable> thrown = AtOnce.run(List.of(() -> {
            for (int i = 0; i < RESIDENTS; i++) {
                hub.join(new Resident("resident " + i));
            }
        }));
        for (int round = 0; round < rounds && thrown.isEmpty(); round++) {
            thrown = AtOnce.run(Stream.of("ada", "bob").map(name -> visits(hub, name)).toList());
        }
        return thrown.map(bug -> bug.getClass().getSimpleName());
    }

    private static AtOnce.Task visits(AnotherHub hub, String name) {
        List<FakeMember> guests = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            guests.add(new FakeMember(name + " " + i));
        }
        return () -> {
            for (FakeMember guest : guests) {
                hub.join(guest);
                hub.leave(guest);
            }
        };
    }
}
