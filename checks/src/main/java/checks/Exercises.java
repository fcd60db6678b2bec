package checks;

import checks.MarkdownPage.Heading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The exercises of one step. `1.2` is a heading `### Exercise 1.2: …` in the chapter, a test class
/// `chat.exercises.Exercise1_2`, and an answer in `src/answers/1.2`: the changed main files, laid over `src/main`.
public final class Exercises {

    private static final Pattern HEADING = Pattern.compile("Exercise ([0-9]+\\.[0-9]+): .+");
    private static final Pattern TEST = Pattern.compile("Exercise([0-9]+)_([0-9]+)\\.java");

    private final Course course;
    private final Step step;

    public Exercises(Course course, Step step) {
        this.course = course;
        this.step = step;
    }

    /// The numbers of all answers, for example `1.1`, in order.
    public Set<String> answers() {
        return numbers(step.folder().resolve("src/answers"), Pattern.compile("([0-9]+)\\.([0-9]+)"));
    }

    /// The class that tests an exercise.
    public static String testClass(String number) {
        return "chat.exercises.Exercise" + number.replace('.', '_');
    }

    /// Exercises that lack their heading, their test or their answer.
    public List<Problem> problems() {
        Set<String> tests = numbers(step.folder().resolve("src/test/java/chat/exercises"), TEST);
        Set<String> headings = course.pages().stream()
                .filter(page -> page.name().equals("docs/" + step.name() + ".md"))
                .flatMap(page -> page.headings().stream()).filter(heading -> heading.level() == 3).map(Heading::text)
                .map(HEADING::matcher).filter(Matcher::matches).map(found -> found.group(1))
                .collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        Set<String> all = new TreeSet<>(tests);
        all.addAll(headings);
        all.addAll(answers());
        for (String number : all) {
            require(headings.contains(number), number, "no heading ### Exercise " + number + ": … in the chapter",
                    problems);
            require(tests.contains(number), number, "no test " + testClass(number), problems);
            require(answers().contains(number), number, "no answer src/answers/" + number, problems);
            require(number.startsWith(step.number() + "."), number, "a number of another step", problems);
        }
        return problems;
    }

    private void require(boolean holds, String number, String what, List<Problem> problems) {
        if (!holds) {
            problems.add(new Problem(step.name(), 0, "exercise " + number + " has " + what));
        }
    }

    private static Set<String> numbers(Path folder, Pattern name) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> name.matcher(entry.toFile().getName())).filter(Matcher::matches)
                    .map(found -> found.group(1) + "." + found.group(2)).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
