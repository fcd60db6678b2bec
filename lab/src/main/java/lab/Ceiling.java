package lab;

import java.io.IOException;
import java.time.Duration;

/// How many deliveries a second the load client can count at most: what it makes of a [Firehose]. Where a server comes
/// near it, it is the load client that is measured.
final class Ceiling {
    static final String NAME = "load client's ceiling";
    private static final Duration SETTLE = Duration.ofMillis(500);

    private Ceiling() {}

    static void measure(Session session, Servers servers, Talk talk, Results results)
            throws IOException, InterruptedException {
        session.say("the load client's own ceiling");
        Room hose = Room.of(servers.firehose(talk.clients()), true);
        Duration duration = session.measure(Duration.ofSeconds(2), Duration.ofMillis(500));
        try (FanOutLoad load = new FanOutLoad(hose, talk, duration)) {
            load.run(SETTLE);
            Sample most = load.measure(duration);
            results.add(NAME, "deliveries", "1/s", most.rate());
            results.add(NAME, "load client busy", "%", 100 * most.clientBusy());
        }
    }
}
