package lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the lab.
@Command(name = "lab", sortOptions = false, description = {
        "Measures the built steps as separate processes, on this machine only.",
        "Tables go to stdout, everything measured to lab/target/results.json."})
public final class Lab implements Callable<Integer> {
    private static final List<Experiment> EXPERIMENTS = List.of(new EchoRate(), new FanOut(), new StalledReader(),
            new IdleCost(), new StartUp());

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "run these: echo, fan-out, stalled-reader, idle,"
            + " startup")
    private List<String> only = List.of();

    @Option(names = "--quick", description = "fewer and shorter rounds, under a minute; good for a first look")
    private boolean quick;

    @Option(names = "--rounds", paramLabel = "N", description = "how often each value is measured (5; quick: 3)")
    private @Nullable Integer rounds;

    @Option(names = "--seconds", paramLabel = "N", description = "how long a measurement takes (4; quick: 1)")
    private @Nullable Integer seconds;

    @Option(names = "--root", paramLabel = "FOLDER", description = "the project, if it is not around this folder")
    private @Nullable Path root;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "print this")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    private Lab() {}

    static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(Server::stopAll));
        System.exit(execute(args));
    }

    /// Runs what the arguments ask for.
    ///
    /// @return the exit code: 0, or 2 after one sentence on stderr
    static int execute(String... args) {
        CommandLine command = new CommandLine(new Lab());
        command.setParameterExceptionHandler((wrong, given) -> fail(wrong.getMessage()));
        command.setExecutionExceptionHandler((failure, line, parsed) -> fail(failure.getMessage()));
        return command.execute(args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Experiment> chosen = chosen();
        Session session = session();
        Jars.outdated(session.root()).forEach(session::say);
        Report report = new Report(session.work(), String.join(" ", parsed().originalArgs()));
        for (Experiment experiment : chosen) {
            session.say(experiment.name() + ": " + experiment.question());
            Results results = new Results();
            experiment.run(session, results);
            report.add(experiment, results);
            print(experiment, results);
        }
        session.say("everything measured: " + session.work().resolve("results.json"));
        return 0;
    }

    private List<Experiment> chosen() {
        List<String> known = EXPERIMENTS.stream().map(Experiment::name).toList();
        for (String name : only) {
            if (!known.contains(name)) {
                throw wrong("there is no experiment " + name + ", only " + String.join(", ", known));
            }
        }
        return EXPERIMENTS.stream().filter(one -> only.isEmpty() || only.contains(one.name())).toList();
    }

    private Session session() {
        Path project = root == null ? projectAround(Path.of("").toAbsolutePath()) : root.toAbsolutePath();
        int roundCount = positive("--rounds", rounds, quick ? 3 : 5);
        Duration measure = Duration.ofSeconds(positive("--seconds", seconds, quick ? 1 : 4));
        Duration warmUp = Duration.ofSeconds(quick ? 6 : 15);
        int slowRounds = rounds == null ? quick ? 1 : 3 : roundCount;
        return new Session(project, project.resolve("lab/target"), roundCount, slowRounds, warmUp, measure, 5_000);
    }

    private int positive(String option, @Nullable Integer given, int otherwise) {
        if (given != null && given < 1) {
            throw wrong(option + " must be at least 1");
        }
        return given == null ? otherwise : given;
    }

    private Path projectAround(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("step1-echo"))) {
                return folder;
            }
        }
        throw wrong("no step1-echo in or above " + start + ": name the project's folder with --root");
    }

    private static void print(Experiment experiment, Results results) {
        IO.println(experiment.name() + ": " + experiment.question());
        IO.print(Table.of(results));
        results.verdicts().forEach(verdict -> IO.println(verdict.text()));
        results.notes().forEach(IO::println);
        IO.println();
    }

    private CommandLine.ParseResult parsed() {
        return spec().commandLine().getParseResult();
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec().commandLine(), sentence);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not been here yet");
        }
        return spec;
    }

    private static int fail(@Nullable String sentence) {
        System.err.println(sentence);
        return 2;
    }
}
