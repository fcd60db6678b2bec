package checks;

import checks.MarkdownPage.CodeSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every class and method in back-ticks exists: in the chapter's step or a neighbour, their tests and pages, in
/// `docs/go`, `docs/snippets`, `checks`, `lab`, or on the class path.
///
/// Looked at are `Upper`, `Upper.member`, `Upper#member` and `method()`, nothing else. A word that only looks like a
/// class stands in `checks/names-allowed.txt`, one a line, with the reason behind it.
public final class NameCheck {

    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
    private static final Pattern MEMBER = Pattern
            .compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)[.#]([A-Za-z_]\\w*)(?:\\(.*\\))?");
    private static final Pattern METHOD = Pattern.compile("(?:[a-z]\\w*\\.)*([A-Za-z_]\\w*)\\(.*\\)");

    private static final ClassPathNames LIBRARIES = new ClassPathNames();

    private final Course course;
    private final Set<String> allowed = new HashSet<>();
    private final Map<Integer, SourceNames> sources = new HashMap<>();

    public NameCheck(Course course) {
        this.course = course;
        Path list = course.root().resolve("checks/names-allowed.txt");
        if (list.toFile().exists()) {
            Course.read(list).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> allow(line));
        }
    }

    private void allow(String line) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("checks/names-allowed.txt: no reason is given for " + line);
        }
        allowed.add(parts[0]);
    }

    /// The names of a page that exist nowhere.
    public List<Problem> problems(MarkdownPage page) {
        SourceNames names = sourcesFor(Step.numberIn(page.file().toFile().getName()));
        List<Problem> problems = new ArrayList<>();
        for (CodeSpan code : page.codeSpans()) {
            if (!exists(code.text(), names)) {
                problems.add(
                        new Problem(page.name(), code.line(), "`" + code.text() + "` exists nowhere; if it is no class "
                                + "or method, say so in checks/names-allowed.txt"));
            }
        }
        return problems;
    }

    private boolean exists(String code, SourceNames names) {
        if (allowed.contains(code) || names.hasWord(code.replaceFirst("\\(.*", ""))) {
            return true;
        }
        Matcher member = MEMBER.matcher(code);
        if (member.matches()) {
            String type = member.group(1);
            return allowed.contains(type) || names.hasMember(type, member.group(2), LIBRARIES)
                    || (!names.declaresClass(type) && LIBRARIES.hasMember(type, member.group(2)));
        }
        if (CLASS.matcher(code).matches()) {
            return LIBRARIES.hasClass(code);
        }
        Matcher method = METHOD.matcher(code);
        return !method.matches() || names.declaresMethod(method.group(1)) || names.hasWord(method.group(1))
                || allowed.contains(method.group(1)) || LIBRARIES.hasMethod(method.group(1));
    }

    /// For the chapter of a step its own and its neighbours' sources, for other pages (0) those of all steps.
    private SourceNames sourcesFor(int number) {
        return sources.computeIfAbsent(number, _ -> {
            Stream<Path> steps = course.steps().stream()
                    .filter(step -> number == 0 || Math.abs(step.number() - number) <= 1)
                    .flatMap(step -> Stream.of(step.folder().resolve("src")));
            Stream<Path> others = Stream.of("docs/go", "docs/snippets", "checks/src", "lab/src")
                    .map(course.root()::resolve);
            return new SourceNames(Stream.concat(steps, others).toList());
        });
    }
}
