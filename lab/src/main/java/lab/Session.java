package lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// What all experiments of a run share.
///
/// @param root the project's folder
/// @param work the folder for everything this program writes
/// @param quick whether under a minute is to be enough for everything
/// @param givenRounds the user's own choice
/// @param givenSeconds the user's own choice
/// @param steps the numbers of the steps to measure; empty for all
/// @param target a server to measure in place of the steps
/// @param cancelled turns true when the user has had enough
record Session(Path root, Path work, boolean quick, OptionalInt givenRounds, OptionalInt givenSeconds,
        Set<Integer> steps, Optional<Target> target, Progress progress, AtomicBoolean cancelled) {
    Session with(Progress other) {
        return new Session(root, work, quick, givenRounds, givenSeconds, steps, target, other, cancelled);
    }

    /// To be closed by the experiment.
    Servers servers() {
        return new Servers(root, work.resolve("servers"));
    }

    /// How often each value is measured: as often as the user says, or else as often as the experiment does by itself.
    int rounds(int full, int ifQuick) {
        return givenRounds.orElse(quick ? ifQuick : full);
    }

    /// How long one measurement takes, in the same way.
    Duration measure(Duration full, Duration ifQuick) {
        return givenSeconds.isPresent() ? Duration.ofSeconds(givenSeconds.getAsInt()) : quick ? ifQuick : full;
    }

    /// Whether a server is to be measured: false for a step that `--steps` leaves out.
    ///
    /// @param server like `step2-broadcast-lock`; what is no step is always wanted
    boolean wants(String server) {
        return steps.isEmpty() || !server.matches("step\\d.*") || steps.contains(server.charAt(4) - '0');
    }

    /// Says what is going on, on stderr; stdout is for results.
    void say(String line) {
        progress.say(line);
    }

    /// Tells how far the experiment has come, for the bar and the estimate of the time left.
    void done(int parts, int of) {
        progress.reached((double) parts / of);
    }

    boolean isCancelled() {
        return cancelled.get();
    }
}
