package lab;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A slow client to try servers with: `lab stall --url=…` joins and never reads.
@CommandLine.Command(name = "stall", sortOptions = false, description = {
        "Joins, never reads, and says what the server does about it."})
final class Stall implements Callable<Integer> {
    private static final int SLEEPER = 1;
    private static final int TALKER = 2;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @Option(names = "--url", required = true, paramLabel = "URL", description = "ws://localhost:8080/ws?name=sleepy")
    private String url = "";

    @Option(names = "--for", paramLabel = "DURATION", description = "how long to stay at most (60s)")
    private String stay = "60s";

    @Option(names = "--talk", paramLabel = "N", description = "a second client says so many messages of 1 KiB a second;"
            + " the URL needs {n} where a client's number goes")
    private int talk;

    @Option(names = "--allow-remote", description = "let --url name another machine; it must be yours")
    private boolean remote;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "print this")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Target target = target();
        Duration duration = duration();
        if (talk < 0 || (talk > 0 && !target.numbersClients())) {
            throw wrong("--talk needs a number above 0, and {n} in --url: two clients cannot have one name");
        }
        try (StalledClient sleeper = joined(target)) {
            IO.println("  0 s  joined, and reads nothing");
            if (talk > 0) {
                Talker.start(target, TALKER, talk, duration);
            }
            watch(sleeper, target.address().getPort(), duration);
            IO.println("reads at last: " + sleeper.howItEnded());
        }
        return 0;
    }

    private StalledClient joined(Target target) throws IOException {
        try {
            return new StalledClient(target.address(), target.path(SLEEPER));
        } catch (ConnectException nobody) {
            throw wrong("--url: nobody listens there: " + nobody.getMessage());
        }
    }

    private static void watch(StalledClient sleeper, int server, Duration duration)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        Unread before = null;
        while (System.nanoTime() - began < duration.toNanos()) {
            Thread.sleep(LOOK_AGAIN);
            Unread now = Unread.of(sleeper, server);
            if (!now.equals(before)) {
                IO.println("%3d s  %s".formatted(Math.round((System.nanoTime() - began) / 1e9), now.text()));
            }
            if (now.state() != Unread.State.OPEN) {
                return;
            }
            before = now;
        }
        IO.println("%3d s  still there".formatted(duration.toSeconds()));
    }

    private Target target() {
        try {
            return Target.of(url, remote);
        } catch (IllegalArgumentException unusable) {
            throw wrong("--url: " + unusable.getMessage());
        }
    }

    private Duration duration() {
        if (!stay.matches("\\d{1,4}[sm]?")) {
            throw wrong("--for must be like 60s or 2m");
        }
        long number = Long.parseLong(stay.replaceAll("\\D", ""));
        return stay.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }

    private ParameterException wrong(String sentence) {
        if (spec == null) {
            throw new IllegalStateException("picocli has not been here yet");
        }
        return new ParameterException(spec.commandLine(), sentence);
    }
}
