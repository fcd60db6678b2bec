package checks;

import checks.JavaSource.Kind;
import checks.JavaSource.Part;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Takes out of a source what a page wants to show.
///
/// A reference is a path from the project root, alone or with a symbol behind `#`: `path#Class`, `path#method`,
/// `path#Class.method`, `path#method(Type,Type)` where a name is overloaded, `path#FIELD`; for Go `path#Func`,
/// `path#Type.Method`, `path#Type`; for JavaScript `path#function`.
public final class Excerpts {

    /// A reference that leads nowhere, or to more than one place.
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotFound(String message) {
            super(message);
        }
    }

    private final Course course;

    public Excerpts(Course course) {
        this.course = course;
    }

    /// The text a reference stands for, without a newline at its end.
    ///
    /// @throws NotFound with a sentence that says what is wrong with the reference
    public String text(String reference) {
        int hash = reference.indexOf('#');
        Path file = file(hash < 0 ? reference : reference.substring(0, hash));
        String text = Course.read(file);
        if (hash < 0) {
            return text.stripTrailing();
        }
        String symbol = reference.substring(hash + 1);
        List<String> found = switch (reference.substring(0, hash).replaceFirst(".*\\.", "")) {
            case "java" -> javaParts(text, symbol);
            case "go" -> BraceSource.goParts(text, symbol);
            case "js" -> BraceSource.scriptParts(text, symbol);
            default -> throw new NotFound("only .java, .go and .js have symbols, so leave #" + symbol + " out");
        };
        if (found.size() != 1) {
            throw new NotFound(found.isEmpty() ? "nothing there is called " + symbol
                    : found.size() + " things there are called " + symbol + "; write it with its class or parameters");
        }
        return found.getFirst();
    }

    /// How the second text differs from the first, as a unified diff without its file names.
    ///
    /// @throws NotFound as [#text]
    public String difference(String from, String to) {
        List<String> before = text(from).lines().toList();
        List<String> after = text(to).lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(from, to, before, DiffUtils.diff(before, after), 3).stream()
                .filter(line -> !line.startsWith("--- ") && !line.startsWith("+++ ")).map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    /// The source file of a reference.
    ///
    /// @throws NotFound when it does not exist
    public Path file(String path) {
        Path file = course.root().resolve(path).normalize();
        if (!file.startsWith(course.root()) || !Files.isRegularFile(file)) {
            throw new NotFound("there is no file " + path);
        }
        return file;
    }

    private static List<String> javaParts(String text, String symbol) {
        List<Part> parts = JavaSource.partsOf(text);
        List<String> classes = parts.stream().filter(part -> part.kind() == Kind.CLASS)
                .filter(part -> isCalled(part.name(), symbol)).map(Part::text).toList();
        return classes.isEmpty()
                ? parts.stream()
                        .filter(part -> isCalled(part.name(), symbol)
                                || isCalled(part.name() + part.parameters(), symbol.replace(" ", "")))
                        .map(Part::text).toList()
                : classes;
    }

    private static boolean isCalled(String name, String symbol) {
        return name.equals(symbol) || name.endsWith("." + symbol);
    }

    /// The lines from one place of a text to another, moved to the left as far as the first one goes.
    static String dedent(String text, int start, int end) {
        int lineStart = text.lastIndexOf('\n', start) + 1;
        String indent = text.substring(lineStart, start);
        if (!indent.isBlank()) {
            return text.substring(start, end);
        }
        return text.substring(lineStart, end).lines()
                .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line.stripLeading())
                .map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}
