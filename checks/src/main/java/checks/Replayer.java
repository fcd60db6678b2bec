package checks;

import checks.MarkdownPage.Block;
import checks.Replay.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Executes the replayed blocks of the pages, one after the other, each against a running server.
///
/// Blocks of a page that follow each other and ask for the same server share it; so the server's own transcript behind them shows
/// what all of them caused.
public final class Replayer implements AutoCloseable {

    /// For one block, its server's start not counted.
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private final Course course;
    private final Shell shell;
    private @Nullable RunningServer server;
    private @Nullable Replay running;
    private String page = "";

    public Replayer(Course course) {
        this(course, new Shell(course));
    }

    private Replayer(Course course, Shell shell) {
        this.course = course;
        this.shell = shell;
    }

    /// One for another page, which may be replayed at the same time. The snippets are compiled once for all.
    public Replayer another() {
        return new Replayer(course, shell);
    }

    /// Programs the block needs and this machine lacks.
    public List<String> missingPrograms(Block block, Replay replay) throws IOException, InterruptedException {
        return replay.transcript() ? List.of()
                : shell.missing(Replay.commands(block).stream().map(Command::text).toList());
    }

    /// Runs one block; what came out otherwise than written is the problem.
    public Optional<Problem> run(MarkdownPage page, Block block, Replay replay)
            throws IOException, InterruptedException {
        if (!page.name().equals(this.page)) {
            close();
            this.page = page.name();
        }
        return replay.transcript() ? transcript(page, block) : commands(page, block, replay);
    }

    private Optional<Problem> commands(MarkdownPage page, Block block, Replay replay)
            throws IOException, InterruptedException {
        RunningServer target = replay.step().isEmpty() ? null : serverFor(replay);
        List<Command> commands = Replay.commands(block);
        List<String> outputs = shell.run(commands.stream()
                .map(command -> target == null ? command.text() : target.toReal(command.text())).toList(), LIMIT);
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            if (i >= outputs.size()) {
                return Optional
                        .of(new Problem(page.name(), command.line(), "the shell ended before: " + command.text()));
            }
            String output = target == null ? outputs.get(i) : target.toShown(outputs.get(i));
            Optional<String> difference = Transcript.difference(command.expected(), output.lines().toList());
            if (difference.isPresent()) {
                String what = "$ " + command.text() + "\n" + difference.get();
                return Optional.of(new Problem(page.name(), command.line(), what));
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> transcript(MarkdownPage page, Block block) throws IOException, InterruptedException {
        if (server == null) {
            return Optional
                    .of(new Problem(page.name(), block.line(), "no replayed block before this one had a server"));
        }
        String printed = server.stop();
        close();
        return Transcript.difference(block.text().lines().toList(), printed.lines().toList())
                .map(difference -> new Problem(page.name(), block.line(), "what the server printed\n" + difference));
    }

    private RunningServer serverFor(Replay replay) throws IOException, InterruptedException {
        if (server != null && replay.equals(running)) {
            return server;
        }
        close();
        Step step = course.step(replay.step());
        RunningServer started = replay.mainClass().isEmpty()
                ? RunningServer.start(step, replay.options())
                : RunningServer.startWrong(step, replay.mainClass(), replay.options());
        server = started;
        running = replay;
        return started;
    }

    /// Ends the server that may still run.
    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        server = null;
        running = null;
    }
}
