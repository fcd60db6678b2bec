package checks;

import checks.MarkdownPage.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the comment above a replayed block asks for.
///
/// - `<!-- replay: none -->`: commands that need no server
/// - `<!-- replay: step1-echo --text-limit=100 -->`: the step's jar runs meanwhile, with these options
/// - `<!-- replay: step1-echo WrongBareEcho -->`: instead of it a main class of `chat.wrong`, with the port as argument
/// - `<!-- replay: step1-echo server -->`: the block is what the server before printed, until it was stopped
///
/// @param step       empty for `none`
/// @param mainClass  empty for the step's own server
public record Replay(String step, String mainClass, List<String> options, boolean transcript) {

    /// A command of a block and what must come out.
    ///
    /// @param line  in the page
    public record Command(int line, String text, List<String> expected) {}

    private static final String PROMPT = "$ ";

    /// Reads the comment of a block; nothing when it is no replay.
    public static Optional<Replay> of(Block block) {
        String comment = block.comment() == null ? "" : block.comment();
        if (!comment.startsWith("replay:")) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(comment.substring("replay:".length()).strip().split("\\s+", -1)));
        String step = words.removeFirst();
        if (step.equals("none")) {
            return Optional.of(new Replay("", "", List.of(), false));
        }
        boolean transcript = words.equals(List.of("server"));
        boolean wrong = !words.isEmpty() && words.getFirst().startsWith("Wrong");
        String mainClass = wrong ? "chat.wrong." + words.removeFirst() : "";
        return Optional.of(new Replay(step, mainClass, transcript ? List.of() : List.copyOf(words), transcript));
    }

    /// The commands of a block: lines behind `$ `, continued while a line ends in a backslash; the rest is output.
    public static List<Command> commands(Block block) {
        List<Command> commands = new ArrayList<>();
        List<String> lines = block.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int start = i;
            if (lines.get(i).startsWith(PROMPT)) {
                StringBuilder text = new StringBuilder(lines.get(i).substring(PROMPT.length()));
                while (lines.get(i).endsWith("\\") && i + 1 < lines.size()) {
                    i++;
                    text.append('\n').append(lines.get(i).replaceFirst("^> ", ""));
                }
                commands.add(new Command(block.line() + 1 + start, text.toString(), new ArrayList<>()));
            } else if (commands.isEmpty()) {
                throw new IllegalArgumentException("a replayed block begins with a command: $ …");
            } else {
                commands.getLast().expected().add(lines.get(i));
            }
        }
        return commands;
    }

    /// Whether a block shows more than commands.
    static boolean hasOutput(Block block) {
        boolean continued = false;
        for (String line : block.text().lines().toList()) {
            if (!continued && !line.startsWith(PROMPT) && !line.isBlank()) {
                return true;
            }
            continued = line.endsWith("\\");
        }
        return false;
    }
}
