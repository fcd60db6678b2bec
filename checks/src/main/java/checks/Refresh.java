package checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Re-creates what is copied or generated: `mvn -q -pl checks` does all but the last two, `-Dargs=excerpts` one thing.
///
/// - `frozen`: copies frozen files from the first step that has them to the later ones
/// - `excerpts`: writes the sources into the pages' code blocks
/// - `diffs`: writes `docs/diffs/`
/// - `settings`: writes the tables of options in `docs/settings.md`
/// - `promises`: writes README's table of promises
/// - `numbers`: writes what the lab has measured into the pages
/// - `captures`: writes what commands print now into replayed blocks that say something else
/// - `screenshots`: takes the pictures of `docs/images/` anew, with `-Pbrowser`
public final class Refresh {

    private static final List<String> ALL = List.of("frozen", "excerpts", "diffs", "settings", "promises", "numbers");

    /// These start servers and a browser.
    private static final List<String> ASKED_FOR = List.of("captures", "screenshots");

    private final Course course;

    Refresh(Course course) {
        this.course = course;
    }

    static void main(String[] args) throws IOException {
        for (String part : args) {
            if (!ALL.contains(part) && !ASKED_FOR.contains(part)) {
                System.err
                        .println(part + " is none of " + String.join(", ", ALL) + ", " + String.join(", ", ASKED_FOR));
                System.exit(2);
            }
        }
        Refresh refresh = new Refresh(Course.here());
        for (String part : args.length == 0 ? ALL : List.of(args)) {
            refresh.run(part).forEach(file -> IO.println(part + ": " + file));
        }
        DiffPage.all(Course.here()).forEach(page -> page.problems().forEach(System.err::println));
    }

    /// Does one of the parts.
    ///
    /// @return the files that were written, as paths from the project root
    List<String> run(String part) throws IOException {
        return switch (part) {
            case "frozen" -> new FrozenFiles(course).copyForward();
            case "excerpts" -> excerpts();
            case "diffs" -> diffs();
            case "settings" -> settings();
            case "promises" -> new PromiseTable(course).rewrite() ? List.of("README.md") : List.of();
            case "numbers" -> numbers();
            case "captures" -> captures();
            case "screenshots" -> new Screenshots(course).take();
            default -> throw new IllegalArgumentException(part);
        };
    }

    private List<String> excerpts() throws IOException {
        ExcerptWriter writer = new ExcerptWriter(course);
        List<String> written = new ArrayList<>();
        for (MarkdownPage page : course.pages()) {
            if (writer.rewrite(page)) {
                written.add(page.name());
            }
        }
        return written;
    }

    private List<String> numbers() throws IOException {
        LabNumbers numbers = new LabNumbers(course);
        List<String> written = new ArrayList<>();
        for (MarkdownPage page : course.pages()) {
            if (numbers.rewrite(page)) {
                written.add(page.name());
            }
        }
        return written;
    }

    private List<String> diffs() throws IOException {
        List<String> written = new ArrayList<>();
        for (DiffPage page : DiffPage.all(course)) {
            Path file = course.root().resolve(page.path());
            if (!Files.exists(file) || !Course.read(file).equals(page.text())) {
                Files.createDirectories(file.resolveSibling("."));
                Files.writeString(file, page.text());
                written.add(course.nameOf(file));
            }
        }
        return written;
    }

    private List<String> settings() throws IOException {
        Path file = course.root().resolve("docs/settings.md");
        MarkdownPage page = MarkdownPage.read(course, file);
        List<String> lines = new SettingsTables(course).rewritten(page);
        if (lines.equals(page.lines())) {
            return List.of();
        }
        Files.writeString(file, String.join("\n", lines) + "\n");
        return List.of(page.name());
    }

    private List<String> captures() throws IOException {
        List<String> written = new ArrayList<>();
        try (CaptureWriter writer = new CaptureWriter(course)) {
            for (MarkdownPage page : course.pages()) {
                if (writer.rewrite(page)) {
                    written.add(page.name());
                }
            }
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
        return written;
    }
}
