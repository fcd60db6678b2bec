package lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What the user may choose about a run.
final class Options {
    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "run these; --list names them")
    private List<String> only = List.of();

    @Option(names = "--steps", split = ",", paramLabel = "N", description = "measure these steps only: 1, 2, 3, 4")
    private List<Integer> steps = List.of();

    @Option(names = "--quick", description = "fewer experiments and rounds, under a minute; good for a first look")
    private boolean quick;

    @Option(names = "--rounds", paramLabel = "N", description = "how often each value is measured")
    private @Nullable Integer rounds;

    @Option(names = "--seconds", paramLabel = "N", description = "how long each measurement takes")
    private @Nullable Integer seconds;

    @Option(names = "--url", paramLabel = "URL", description = "measure this server instead of the steps:"
            + " ws://localhost:9000/ws?name=c{n}, where {n} stands for each client's number")
    private @Nullable String url;

    @Option(names = "--allow-remote", description = "let --url name another machine; it must be yours")
    private boolean remote;

    @Option(names = "--publish", description = "replace docs/lab/ and docs/lab.md when all is measured")
    private boolean publish;

    @Option(names = "--root", paramLabel = "FOLDER", description = "the project, if it is not around this folder")
    private @Nullable Path root;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /// The experiments to run, in the order of the page.
    List<Experiment> choose(List<Experiment> all) {
        List<String> known = all.stream().map(Experiment::name).toList();
        for (String name : only) {
            if (!known.contains(name)) {
                throw wrong("there is no experiment " + name + ", only " + String.join(", ", known));
            }
        }
        if (publish && (quick || !only.isEmpty() || !steps.isEmpty() || url != null)) {
            throw wrong("--publish is for full runs: leave --quick, --only, --steps and --url out");
        }
        List<Experiment> chosen = all.stream()
                .filter(one -> only.isEmpty() ? !quick || one.isQuick() : only.contains(one.name()))
                .filter(one -> url == null ? one.steps().stream().anyMatch(this::isChosen) : one.measuresTarget())
                .toList();
        if (chosen.isEmpty()) {
            throw wrong("there is nothing to measure: no experiment fits both --only and "
                    + (url == null ? "--steps" : "--url"));
        }
        return chosen;
    }

    /// A session without a bar.
    Session session() {
        Path project = root();
        return new Session(project, project.resolve("lab/target"), quick, positive("--rounds", rounds),
                positive("--seconds", seconds), new HashSet<>(steps), target(), new Lines(), new AtomicBoolean());
    }

    /// The project's folder.
    Path root() {
        if (root != null) {
            return root.toAbsolutePath();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("step1-echo"))) {
                return folder;
            }
        }
        throw wrong("no step1-echo in or above " + start + ": name the project's folder with --root");
    }

    boolean isChosen(int step) {
        return url == null && (steps.isEmpty() || steps.contains(step));
    }

    boolean publishes() {
        return publish;
    }

    /// Everything as it was typed.
    String text() {
        return String.join(" ", commandLine().getParseResult().originalArgs());
    }

    private Optional<Target> target() {
        try {
            return url == null ? Optional.empty() : Optional.of(Target.of(url, remote));
        } catch (IllegalArgumentException unusable) {
            throw wrong("--url: " + unusable.getMessage());
        }
    }

    private OptionalInt positive(String option, @Nullable Integer given) {
        if (given != null && given < 1) {
            throw wrong(option + " must be at least 1");
        }
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(commandLine(), sentence);
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not been here yet");
        }
        return spec.commandLine();
    }
}
