package checks;

import checks.MarkdownPage.Heading;
import checks.MarkdownPage.Link;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the pages hang together: nothing is far from `README.md`, and no chapter is a dead end.
public final class LinkGraph {

    private static final String LAST_SECTION = "Where to go";

    private final Course course;
    private final Map<Path, MarkdownPage> pages = new HashMap<>();

    public LinkGraph(Course course) {
        this.course = course;
        course.pages().forEach(page -> pages.put(page.file(), page));
    }

    /// The pages that cannot be reached from `README.md` in so many clicks. A folder that is linked to is its own
    /// `README.md`.
    public List<Problem> furtherThan(int clicks) {
        Set<Path> reached = new HashSet<>(Set.of(course.root().resolve("README.md")));
        for (int i = 0; i < clicks; i++) {
            reached.addAll(reached.stream().filter(pages::containsKey).map(pages::get)
                    .flatMap(page -> targets(page.file(), page.links().stream())).toList());
        }
        return pages.values().stream().filter(page -> !reached.contains(page.file()))
                .map(page -> new Problem(page.name(), 0, "is more than " + clicks + " clicks away from README.md"))
                .sorted((one, other) -> one.file().compareTo(other.file())).toList();
    }

    /// The pages right below `docs/` that do not say at their top how to get back, chapters that do not lead to their
    /// neighbours there, and chapters that do not end with [#LAST_SECTION] and the way on.
    public List<Problem> deadEnds() {
        Path docs = course.root().resolve("docs");
        List<Problem> problems = new ArrayList<>();
        course.pages().stream().filter(page -> docs.equals(page.file().getParent())).forEach(page -> {
            Set<Path> wanted = waysOut(page);
            int end = page.headings().stream().filter(heading -> heading.level() == 2).mapToInt(Heading::line).min()
                    .orElse(Integer.MAX_VALUE);
            missing(page, "above its first section", wanted, 0, end, problems);
            if (Step.numberIn(page.file().toFile().getName()) > 0) {
                end(page, wanted, problems);
            }
        });
        return problems;
    }

    private void end(MarkdownPage page, Set<Path> wanted, List<Problem> problems) {
        Heading last = page.headings().stream().filter(heading -> heading.level() == 2).toList().getLast();
        if (!last.text().equals(LAST_SECTION)) {
            problems.add(new Problem(page.name(), last.line(), "the last section is called " + LAST_SECTION));
            return;
        }
        missing(page, "in its last section", wanted.stream().filter(way -> !isBefore(way, page)).collect(
                Collectors.toSet()), last.line(), Integer.MAX_VALUE, problems);
    }

    private boolean isBefore(Path way, MarkdownPage page) {
        int number = Step.numberIn(page.file().toFile().getName());
        return way.equals(chapter(number - 1)) || way.equals(diff(number));
    }

    /// To `README.md`; from a chapter also to the ones before and behind it, and to what changed.
    private Set<Path> waysOut(MarkdownPage page) {
        int number = Step.numberIn(page.file().toFile().getName());
        Stream<Path> ways = number == 0 ? Stream.of()
                : Stream.of(chapter(number - 1), chapter(number + 1), diff(number));
        return Stream.concat(Stream.of(course.root().resolve("README.md")), ways.filter(pages::containsKey))
                .collect(Collectors.toSet());
    }

    private Path chapter(int number) {
        return course.root().resolve("docs").resolve(course.steps().stream().filter(step -> step.number() == number)
                .map(Step::name).findFirst().orElse("step" + number) + ".md");
    }

    private Path diff(int number) {
        return course.root().resolve("docs/diffs/step" + (number - 1) + "-to-step" + number + ".md");
    }

    private void missing(MarkdownPage page, String where, Set<Path> wanted, int from, int to, List<Problem> problems) {
        Set<Path> there = targets(page.file(),
                page.links().stream().filter(link -> from <= link.line() && link.line() < to))
                .collect(Collectors.toSet());
        wanted.stream().filter(way -> !there.contains(way)).map(course::nameOf).sorted()
                .forEach(way -> problems.add(new Problem(page.name(), 0, "does not lead to " + way + " " + where)));
    }

    private static Stream<Path> targets(Path page, Stream<Link> links) {
        return links.map(link -> link.target().replaceFirst("#.*", ""))
                .filter(target -> !target.isEmpty() && !target.contains(":"))
                .map(target -> page.resolveSibling(target).normalize())
                .flatMap(file -> Stream.of(file, file.resolve("README.md")));
    }
}
