package checks;

import checks.Excerpts.NotFound;
import checks.MarkdownPage.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes into the pages what their sources say now. Blocks whose source is not found stay as they are.
final class ExcerptWriter {

    private final ExcerptCheck check;

    ExcerptWriter(Course course) {
        this.check = new ExcerptCheck(course);
    }

    /// Writes the page if a source says something new.
    ///
    /// @return whether it was changed
    boolean rewrite(MarkdownPage page) throws IOException {
        List<String> lines = new ArrayList<>(page.lines());
        for (Block block : page.blocks().reversed()) {
            Optional<String> source = sourceOf(block);
            if (source.isPresent()) {
                String indent = page.lines().get(block.line() - 1).replaceFirst("\\S.*", "");
                List<String> body = lines.subList(block.line(), block.endLine() - 1);
                body.clear();
                body.addAll(source.get().lines().map(line -> (indent + line).stripTrailing()).toList());
            }
        }
        if (lines.equals(page.lines())) {
            return false;
        }
        Files.writeString(page.file(), String.join("\n", lines) + "\n");
        return true;
    }

    private Optional<String> sourceOf(Block block) {
        try {
            return check.source(block);
        } catch (NotFound e) {
            return Optional.empty();
        }
    }
}
