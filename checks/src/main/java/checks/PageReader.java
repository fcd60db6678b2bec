package checks;

import checks.MarkdownPage.Block;
import checks.MarkdownPage.CodeSpan;
import checks.MarkdownPage.Heading;
import checks.MarkdownPage.Link;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Walks once through a parsed page and collects what [MarkdownPage] holds.
final class PageReader extends AbstractVisitor {

    private static final Parser PARSER = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern HTML_LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern HTML_ANCHOR = Pattern.compile("(?:id|name)=\"([^\"]+)\"");
    private static final Pattern COMMENT = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);

    private final List<Block> blocks = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<CodeSpan> codeSpans = new ArrayList<>();
    private final List<String> anchors = new ArrayList<>();
    private final List<Integer> trapped = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();

    static MarkdownPage read(Path file, String name, String text) {
        PageReader reader = new PageReader();
        PARSER.parse(text).accept(reader);
        return new MarkdownPage(file, name, text.lines().toList(), reader.blocks, reader.headings, reader.links,
                reader.codeSpans, reader.anchors, reader.trapped);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String info = block.getInfo() == null ? "" : block.getInfo().strip();
        add(block, info.replaceFirst("\\s.*", ""), block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        add(block, "", block.getLiteral());
    }

    private void add(Node block, String language, String text) {
        blocks.add(new Block(firstLine(block), lastLine(block), language, text, commentAbove(block), caption(block)));
    }

    @Override
    public void visit(org.commonmark.node.Heading heading) {
        String text = textOf(heading);
        String anchor = MarkdownPage.anchorOf(text);
        int before = used.merge(anchor, 1, Integer::sum) - 1;
        String unique = before == 0 ? anchor : anchor + "-" + before;
        headings.add(new Heading(firstLine(heading), heading.getLevel(), text, unique));
        anchors.add(unique);
        visitChildren(heading);
    }

    @Override
    public void visit(org.commonmark.node.Link link) {
        links.add(new Link(firstLine(link), link.getDestination()));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        links.add(new Link(firstLine(image), image.getDestination()));
        visitChildren(image);
    }

    @Override
    public void visit(Code code) {
        codeSpans.add(new CodeSpan(firstLine(code), code.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        int line = firstLine(html);
        boolean fence = false;
        for (String text : html.getLiteral().lines().toList()) {
            html(line, text);
            if (text.strip().startsWith("```") && !fence) {
                trapped.add(line);
                fence = true;
            }
            line++;
        }
    }

    @Override
    public void visit(HtmlInline html) {
        html(firstLine(html), html.getLiteral());
    }

    private void html(int line, String text) {
        HTML_LINK.matcher(text).results().forEach(found -> links.add(new Link(line, found.group(1))));
        HTML_ANCHOR.matcher(text).results().forEach(found -> anchors.add(found.group(1)));
    }

    private static @Nullable String commentAbove(Node block) {
        if (block.getPrevious() instanceof HtmlBlock html && lastLine(html) == firstLine(block) - 1) {
            Matcher comment = COMMENT.matcher(html.getLiteral().strip());
            return comment.matches() ? comment.group(1).strip() : null;
        }
        return null;
    }

    private static @Nullable String caption(Node block) {
        String[] target = new String[1];
        if (block.getNext() instanceof Paragraph paragraph) {
            paragraph.accept(new AbstractVisitor() {
                @Override
                public void visit(org.commonmark.node.Link link) {
                    target[0] = target[0] == null ? link.getDestination() : target[0];
                }
            });
        }
        return target[0];
    }

    private static String textOf(Node heading) {
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    private static int firstLine(Node node) {
        return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private static int lastLine(Node node) {
        return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().getLast().getLineIndex() + 1;
    }
}
