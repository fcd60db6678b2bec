package checks;

import checks.Excerpts.NotFound;
import checks.MarkdownPage.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every code block names its source in an HTML comment on the line above and equals it.
///
/// `<!-- excerpt: path#symbol -->` shows a source ([Excerpts] has the forms), `<!-- diff: path#symbol path#symbol -->`
/// the change from one source to another, `<!-- replay: … -->` what happens (see [Replay]). Shell commands, JSON and
/// Mermaid need no source, nor do the generated pages in `docs/diffs/`.
public final class ExcerptCheck {

    private static final Set<String> COMMANDS = Set.of("sh", "bash", "powershell");
    private static final Set<String> FREE = Set.of("json", "mermaid");

    private final Course course;
    private final Excerpts excerpts;

    public ExcerptCheck(Course course) {
        this.course = course;
        this.excerpts = new Excerpts(course);
    }

    /// What is wrong with the blocks of a page; a difference is shown by its first line.
    public List<Problem> problems(MarkdownPage page) {
        List<Problem> problems = new ArrayList<>();
        for (int line : page.trapped()) {
            problems.add(
                    new Problem(page.name(), line, "this fence is not seen: leave a blank line after the HTML above"));
        }
        for (Block block : page.blocks()) {
            problem(page, block).ifPresent(what -> problems.add(new Problem(page.name(), block.line(), what)));
        }
        return problems;
    }

    /// What a block must show: nothing when its comment is neither `excerpt:` nor `diff:`.
    ///
    /// @throws NotFound when the source is not there
    public Optional<String> source(Block block) {
        String comment = block.comment() == null ? "" : block.comment();
        if (comment.startsWith("excerpt:")) {
            return Optional.of(excerpts.text(reference(comment)));
        }
        if (comment.startsWith("diff:")) {
            String[] both = reference(comment).split(" +", -1);
            if (both.length != 2) {
                throw new NotFound("a diff needs two sources");
            }
            return Optional.of(excerpts.difference(both[0], both[1]));
        }
        return Optional.empty();
    }

    private Optional<String> problem(MarkdownPage page, Block block) {
        String comment = block.comment() == null ? "" : block.comment();
        try {
            Optional<String> source = source(block);
            if (source.isEmpty()) {
                return isFree(page, block, comment) ? Optional.empty() : Optional.of(withoutSource(block));
            }
            Optional<String> difference = firstDifference(block.text(), source.get());
            if (difference.isPresent()) {
                return Optional.of("is not what " + reference(comment) + " says\n" + difference.get());
            }
            return comment.startsWith("excerpt:") ? captionProblem(page, block, reference(comment)) : Optional.empty();
        } catch (NotFound e) {
            return Optional.of(comment + ": " + e.getMessage());
        }
    }

    private static boolean isFree(MarkdownPage page, Block block, String comment) {
        return COMMANDS.contains(block.language()) || FREE.contains(block.language()) || comment.startsWith("replay:")
                || (block.language().equals("console") && !Replay.hasOutput(block))
                || (block.language().equals("diff") && page.name().startsWith("docs/diffs/"));
    }

    private static String withoutSource(Block block) {
        return block.language().equals("console")
                ? "shows what a command prints, so it must be replayed: put <!-- replay: … --> above it"
                : "a block of " + (block.language().isEmpty() ? "no language" : block.language())
                        + " without a source: put <!-- excerpt: path#symbol --> on the line above it";
    }

    private Optional<String> captionProblem(MarkdownPage page, Block block, String reference) {
        String path = reference.replaceFirst("#.*", "");
        String target = block.caption() == null ? "" : block.caption().replaceFirst("#.*", "");
        boolean named = !target.isEmpty() && !target.contains(":")
                && course.nameOf(page.file().resolveSibling(target)).equals(path);
        return named ? Optional.empty()
                : Optional.of("needs a caption on the line below, which links to " + path + " as a reader's way to it");
    }

    private static String reference(String comment) {
        return comment.substring(comment.indexOf(':') + 1).strip();
    }

    private static Optional<String> firstDifference(String shown, String source) {
        List<String> left = shown.stripTrailing().lines().map(String::stripTrailing).toList();
        List<String> right = source.stripTrailing().lines().map(String::stripTrailing).toList();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String page = i < left.size() ? left.get(i) : "(ends here)";
            String code = i < right.size() ? right.get(i) : "(ends here)";
            if (!page.equals(code)) {
                return Optional.of("  line " + (i + 1) + " of the block: " + page + "\n  the source says:   " + code);
            }
        }
        return Optional.empty();
    }
}
