package lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Runs experiments one after the other. What each has found is printed and written right away, so that whoever
/// cancels keeps it.
final class Runner {
    private final Session session;
    private final List<Experiment> experiments;
    private final ReentrantLock lock = new ReentrantLock();
    private Run run;
    private @Nullable Experiment current;
    private Results results = new Results();
    private boolean done;

    /// @param options what the user typed
    Runner(Session session, List<Experiment> experiments, String options) {
        this.session = session;
        this.experiments = experiments;
        run = new Run(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Command.of(options), session.quick(),
                Machine.here(), List.of());
    }

    /// Runs them all, or until [#cancel]. An experiment that fails says so in the results, and the others go on.
    Run run() throws IOException {
        for (Experiment experiment : experiments) {
            Results found = begin(experiment);
            boolean failed = !measure(experiment, found);
            if (session.isCancelled()) {
                return run;
            }
            end(experiment, found, failed);
        }
        lock.lock();
        try {
            done = true;
            return run;
        } finally {
            lock.unlock();
        }
    }

    /// Stops the servers, and keeps what has been measured until now. Does nothing after the end.
    void cancel() {
        lock.lock();
        try {
            if (done || session.isCancelled()) {
                return;
            }
            session.cancelled().set(true);
            Server.stopAll();
            session.progress().end();
            if (current != null && !results.series().isEmpty()) {
                keep(current, Outcome.of(current, results, true));
            }
            session.say("cancelled after " + run.experiments().stream().filter(one -> !one.partial()).count() + " of "
                    + experiments.size() + " experiments; what was measured is in " + session.work().resolve(Run.JSON));
        } catch (IOException failed) {
            session.say("cancelled, and nothing could be written: " + failed);
        } finally {
            lock.unlock();
        }
    }

    private Results begin(Experiment experiment) {
        lock.lock();
        try {
            current = experiment;
            results = new Results();
            session.progress().begin(experiment.name(), experiment.seconds(session));
            return results;
        } finally {
            lock.unlock();
        }
    }

    private boolean measure(Experiment experiment, Results found) {
        try {
            experiment.run(session, found);
            return true;
        } catch (IOException | UncheckedIOException | IllegalStateException failed) {
            found.note("not finished: " + failed);
            return false;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            found.note("not finished: interrupted");
            return false;
        }
    }

    private void end(Experiment experiment, Results found, boolean failed) throws IOException {
        lock.lock();
        try {
            session.progress().end();
            keep(experiment, Outcome.of(experiment, found, failed));
            current = null;
        } finally {
            lock.unlock();
        }
    }

    private void keep(Experiment experiment, Outcome outcome) throws IOException {
        run = run.with(outcome);
        run.write(session.work());
        print(outcome);
        for (Plot plot : experiment.plots()) {
            Path picture = session.work().resolve(plot.id() + ".svg");
            if (plot.isMeasured(outcome)) {
                Files.writeString(picture, Picture.svg(plot, outcome, run));
            } else {
                Files.deleteIfExists(picture);
            }
        }
    }

    private static void print(Outcome outcome) {
        IO.println(outcome.name() + ": " + outcome.question() + (outcome.partial() ? " (not finished)" : ""));
        Table.of(outcome).forEach(table -> IO.println(table.text()));
        outcome.verdicts().forEach(IO::println);
        outcome.notes().forEach(IO::println);
        IO.println();
    }
}
