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
    public static final Duration LIMIT = Duration.ofSeconds(60);

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
        turnTo(page);
        if (replay.transcript() && server == null) {
            return Optional
                    .of(new Problem(page.name(), block.line(), "no replayed block before this one had a server"));
        }
        List<List<String>> printed = printed(page, block, replay);
        return replay.transcript()
                ? Transcript.difference(block.text().lines().toList(), printed.getFirst())
                        .map(difference -> new Problem(page.name(), block.line(),
                                "what the server printed\n" + difference))
                : difference(page, block, printed);
    }

    /// The lines that each command of a block prints, or those of the server before; with the ports the pages speak of.
    ///
    /// @throws IllegalStateException if no server ran before
    List<List<String>> printed(MarkdownPage page, Block block, Replay replay) throws IOException, InterruptedException {
        turnTo(page);
        return replay.transcript() ? List.of(transcript()) : outputs(block, replay);
    }

    private void turnTo(MarkdownPage next) throws IOException {
        if (!next.name().equals(page)) {
            close();
            page = next.name();
        }
    }

    private static Optional<Problem> difference(MarkdownPage page, Block block, List<List<String>> printed) {
        List<Command> commands = Replay.commands(block);
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            if (i >= printed.size()) {
                return Optional
                        .of(new Problem(page.name(), command.line(), "the shell ended before: " + command.text()));
            }
            Optional<String> difference = Transcript.difference(command.expected(), printed.get(i));
            if (difference.isPresent()) {
                String what = "$ " + command.text() + "\n" + difference.get();
                return Optional.of(new Problem(page.name(), command.line(), what));
            }
        }
        return Optional.empty();
    }

    private List<List<String>> outputs(Block block, Replay replay) throws IOException, InterruptedException {
        RunningServer target = replay.step().isEmpty() ? null : serverFor(replay);
        List<String> outputs = shell.run(Replay.commands(block).stream()
                .map(command -> target == null ? command.text() : target.toReal(command.text())).toList(), LIMIT);
        return outputs.stream().map(output -> target == null ? output : target.toShown(output))
                .map(output -> output.lines().toList()).toList();
    }

    private List<String> transcript() throws IOException, InterruptedException {
        RunningServer before = server;
        if (before == null) {
            throw new IllegalStateException("no server ran before");
        }
        String printed = before.stop();
        close();
        return printed.lines().toList();
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
