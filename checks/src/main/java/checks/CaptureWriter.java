package checks;

import checks.MarkdownPage.Block;
import checks.Replay.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes into the pages what the commands of their replayed blocks print now. A block that already matches stays as it
/// is; in one that does not, so do the lines that match, and each `…`.
final class CaptureWriter implements AutoCloseable {

    private final Replayer replayer;

    /// An edit of a page: these lines of it, counted from 0, the last one not included, become others.
    private record Edit(int from, int to, List<String> lines) {}

    CaptureWriter(Course course) {
        this.replayer = new Replayer(course);
    }

    /// Replays a page, and writes it if something else came out than it says. Where a server does not start, or a block
    /// does not end, stderr says so.
    ///
    /// @return whether it was changed
    boolean rewrite(MarkdownPage page) throws IOException, InterruptedException {
        List<Edit> edits = new ArrayList<>();
        for (Block block : page.blocks()) {
            Optional<Replay> replay = Replay.of(block);
            if (replay.isPresent() && canRun(page, block, replay.get())) {
                try {
                    edits.addAll(edits(page, block, replay.get()));
                } catch (AssertionError | IllegalStateException failed) {
                    stays(page, block, String.valueOf(failed.getMessage()));
                }
            }
        }
        List<String> lines = new ArrayList<>(page.lines());
        for (Edit edit : edits.reversed()) {
            List<String> old = lines.subList(edit.from(), edit.to());
            old.clear();
            old.addAll(edit.lines());
        }
        if (!lines.equals(page.lines())) {
            Files.writeString(page.file(), String.join("\n", lines) + "\n");
        }
        return !lines.equals(page.lines());
    }

    private boolean canRun(MarkdownPage page, Block block, Replay replay) throws IOException, InterruptedException {
        List<String> missing = replayer.missingPrograms(block, replay);
        if (!missing.isEmpty()) {
            stays(page, block, "this machine has no " + String.join(", ", missing));
        }
        return missing.isEmpty();
    }

    private static void stays(MarkdownPage page, Block block, String why) {
        System.err.println(page.name() + ":" + block.line() + " stays as it is: " + why);
    }

    private List<Edit> edits(MarkdownPage page, Block block, Replay replay) throws IOException, InterruptedException {
        List<List<String>> printed = replayer.printed(page, block, replay);
        if (replay.transcript()) {
            return edit(page, block, block.line(), block.text().lines().toList(), printed.getFirst()).stream().toList();
        }
        List<Edit> edits = new ArrayList<>();
        List<Command> commands = Replay.commands(block);
        for (int i = 0; i < Math.min(commands.size(), printed.size()); i++) {
            Command command = commands.get(i);
            int next = i + 1 < commands.size() ? commands.get(i + 1).line() : block.endLine();
            edit(page, block, next - 1 - command.expected().size(), command.expected(), printed.get(i))
                    .ifPresent(edits::add);
        }
        return edits;
    }

    /// Where the output begins in the page is counted from 0.
    private static Optional<Edit> edit(MarkdownPage page, Block block, int from, List<String> expected,
            List<String> printed) {
        if (Transcript.difference(expected, printed).isEmpty()) {
            return Optional.empty();
        }
        String indent = page.lines().get(block.line() - 1).replaceFirst("\\S.*", "");
        List<String> merged = MergedTranscript.of(expected, printed).stream()
                .map(line -> (indent + line).stripTrailing()).toList();
        return Optional.of(new Edit(from, from + expected.size(), merged));
    }

    @Override
    public void close() throws IOException {
        replayer.close();
    }
}
