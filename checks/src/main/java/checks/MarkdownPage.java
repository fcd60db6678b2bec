package checks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the checks need to know of one page. Lines are counted from 1.
///
/// @param name      path from the project root
/// @param lines     the page's own text
/// @param anchors   what a link to this page may have behind its `#`
/// @param trapped   lines of fences that Markdown does not see, because they stand inside HTML
public record MarkdownPage(Path file, String name, List<String> lines, List<Block> blocks, List<Heading> headings,
        List<Link> links, List<CodeSpan> codeSpans, List<String> anchors, List<Integer> trapped) {

    /// A block of code.
    ///
    /// @param line      of the opening fence
    /// @param language  the first word behind the fence, maybe empty
    /// @param comment   the HTML comment on the line directly above, without its marks
    /// @param caption   where the first link of the paragraph below leads
    public record Block(int line, int endLine, String language, String text, @Nullable String comment,
            @Nullable String caption) {}

    /// A heading with its level (1 to 6) and the anchor GitHub gives it.
    public record Heading(int line, int level, String text, String anchor) {}

    /// Where a link or an image leads, as written.
    public record Link(int line, String target) {}

    /// Text in back-ticks.
    public record CodeSpan(int line, String text) {}

    /// Reads and parses one file of the course.
    public static MarkdownPage read(Course course, Path file) {
        return PageReader.read(file, course.nameOf(file), Course.read(file));
    }

    /// The anchor GitHub makes of a heading: lower case, punctuation dropped, spaces as hyphens.
    static String anchorOf(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "").replace(' ',
                '-');
    }
}
