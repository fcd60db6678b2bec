package checks;

import checks.JavaSource.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A link whose text is a class or a method in back-ticks and whose target is a test's file names what this very file
/// has: `EchoTest.aTextComesBackAsItWas` is a test in `EchoTest.java`. In a table whose last column is headed
/// "proved by", each row has such a link.
public final class TestLinks {

    private static final Pattern LINK = Pattern
            .compile("\\[`([A-Z]\\w*)(?:\\.(?!java`)(\\w+))?`]\\(([^)#]*/src/test/java/[^)#]*\\.java)(?:#[^)]*)?\\)");
    private static final Pattern TEST = Pattern
            .compile("@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");
    private static final String HEADING = "proved by";

    private final Map<Path, Set<String>> tests = new HashMap<>();

    /// The links of a page that name a test their file does not have, and the rows that lack a proof.
    public List<Problem> problems(MarkdownPage page) {
        List<Problem> problems = new ArrayList<>();
        boolean proved = false;
        for (int i = 0; i < page.lines().size(); i++) {
            String line = page.lines().get(i);
            int number = i + 1;
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                problem(page, link).ifPresent(what -> problems.add(new Problem(page.name(), number, what)));
            }
            boolean row = line.startsWith("|");
            if (row && proved && !isRule(line) && !LINK.matcher(lastCell(line)).find()) {
                problems.add(new Problem(page.name(), number, "this row links to no test that proves it"));
            }
            proved = row && (proved || lastCell(line).equals(HEADING));
        }
        return problems;
    }

    private Optional<String> problem(MarkdownPage page, Matcher link) {
        String type = link.group(1);
        String method = link.group(2);
        Path file = page.file().resolveSibling(link.group(3)).normalize();
        if (!Files.isRegularFile(file)) {
            return Optional.empty(); // LinkCheck says so
        } else if (!file.endsWith(type + ".java")) {
            return Optional.of("`" + type + "` is not in " + link.group(3));
        } else if (method != null && !tests.computeIfAbsent(file, TestLinks::testsIn).contains(method)) {
            return Optional.of(type + " has no test called `" + method + "`");
        }
        return Optional.empty();
    }

    private static Set<String> testsIn(Path file) {
        return JavaSource.partsOf(Course.read(file)).stream()
                .filter(part -> part.kind() == Kind.METHOD && TEST.matcher(part.text()).find())
                .map(JavaSource.Part::simpleName).collect(Collectors.toSet());
    }

    private static boolean isRule(String row) {
        return row.matches("[|: -]+");
    }

    private static String lastCell(String row) {
        return row.replaceFirst("\\|\\s*$", "").replaceFirst(".*(?<!\\\\)\\|", "").strip();
    }
}
