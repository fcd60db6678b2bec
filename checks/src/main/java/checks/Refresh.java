package checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Re-creates what is copied or generated: `mvn -q -pl checks` does all but the screenshots, `-Dargs=excerpts` one thing.
///
/// - `frozen`: copies frozen files from the first step that has them to the later ones
/// - `excerpts`: writes the sources into the pages' code blocks
/// - `diffs`: writes `docs/diffs/`
/// - `screenshots`: takes the pictures of the last browser run over into `docs/images/`
public final class Refresh {

    private static final List<String> ALL = List.of("frozen", "excerpts", "diffs");

    private final Course course;

    Refresh(Course course) {
        this.course = course;
    }

    static void main(String[] args) throws IOException {
        for (String part : args) {
            if (!ALL.contains(part) && !part.equals("screenshots")) {
                System.err.println(part + " is none of " + String.join(", ", ALL) + " and screenshots");
                System.exit(2);
            }
        }
        Refresh refresh = new Refresh(Course.here());
        for (String part : args.length == 0 ? ALL : List.of(args)) {
            refresh.run(part).forEach(file -> IO.println(part + ": " + file));
        }
    }

    /// Does one of the parts.
    ///
    /// @return the files that were written, as paths from the project root
    List<String> run(String part) throws IOException {
        return switch (part) {
            case "frozen" -> new FrozenFiles(course).copyForward();
            case "excerpts" -> excerpts();
            case "diffs" -> diffs();
            case "screenshots" -> screenshots();
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

    /// The pictures called `stepN-page.png`; the others are only looked at.
    private List<String> screenshots() throws IOException {
        Path images = Files.createDirectories(course.root().resolve("docs/images"));
        List<String> written = new ArrayList<>();
        for (Path picture : Course.filesBelow(course.root().resolve("checks/target/screenshots"), "-page.png")) {
            Path target = images.resolve(picture.toFile().getName());
            Files.write(target, Files.readAllBytes(picture));
            written.add(course.nameOf(target));
        }
        return written;
    }
}
