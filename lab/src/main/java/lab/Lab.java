package lab;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command line of the lab.
@CommandLine.Command(name = "lab", sortOptions = false, subcommands = {Stall.class, Pages.class}, description = {
        "Measures the built steps as separate processes, on this machine only.",
        "Tables go to stdout; lab/target/ gets results.json, results.csv and the plots."})
public final class Lab implements Callable<Integer> {
    /// In the order of the page.
    static final List<Experiment> EXPERIMENTS = List.of(new EchoRate(), new SleepingListener(), new Race(),
            new StalledReader(), new FanOut(), new Flood(), new DoubleTake(), new DeadPeer(), new IdleCost(),
            new WriterThreads(), new StartUp());
    private static final int MOST_STEPS = 9;
    private static final int CANCELLED = 130;

    @Mixin
    private final Options options = new Options();

    @Option(names = "--list", description = "print the experiments and their questions")
    private boolean list;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "print this")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private Lab() {}

    static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(Server::stopAll));
        System.exit(execute(args));
    }

    /// Runs what the arguments ask for.
    ///
    /// @return the exit code: 0; 1 if an experiment could not be finished; 2 after one sentence on stderr; 130 if the
    /// user has had enough
    static int execute(String... args) {
        CommandLine command = new CommandLine(new Lab());
        command.setParameterExceptionHandler((wrong, given) -> fail(wrong.getMessage()));
        command.setExecutionExceptionHandler((failure, line, parsed) -> failed(failure));
        return command.execute(args);
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            EXPERIMENTS.forEach(one -> IO.println(one.name() + ": " + one.question()));
            return 0;
        }
        List<Experiment> chosen = options.choose(EXPERIMENTS);
        Session session = options.session();
        Jars.require(session.root(), IntStream.rangeClosed(1, MOST_STEPS).filter(options::isChosen).boxed()
                .filter(step -> chosen.stream().anyMatch(one -> one.steps().contains(step)))
                .collect(Collectors.toSet()));
        Jars.outdated(session.root()).forEach(session::say);
        int estimate = chosen.stream().mapToInt(one -> one.seconds(session)).sum();
        try (Progress progress = Bar.isWatched() ? new Bar(estimate) : new Lines()) {
            return run(session.with(progress), chosen);
        }
    }

    private int run(Session session, List<Experiment> chosen) throws IOException {
        Runner runner = new Runner(session, chosen, options.text());
        Runtime.getRuntime().addShutdownHook(new Thread(runner::cancel));
        Run run = runner.run();
        if (session.isCancelled()) {
            return CANCELLED;
        }
        if (run.experiments().stream().anyMatch(Outcome::partial)) {
            session.say("not every experiment could be finished" + (options.publishes() ? ": nothing published" : ""));
            return 1;
        }
        session.say("everything measured: " + session.work().resolve(Run.JSON));
        if (options.publishes()) {
            new Publisher(session.root(), EXPERIMENTS).publish(run);
        }
        return 0;
    }

    private static int failed(Exception failure) {
        if (failure instanceof MissingJar) {
            return fail(failure.getMessage());
        }
        failure.printStackTrace();
        return 1;
    }

    private static int fail(@Nullable String sentence) {
        System.err.println(sentence);
        return 2;
    }
}
