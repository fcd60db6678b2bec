package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import checks.ExerciseRunner.Job;
import checks.ExerciseRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every exercise fails on the shipped code, in words, and passes with its answer.
class ExercisesTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicContainer> everyExerciseFailsAsShippedAndPassesWithItsAnswer() {
        Course course = Course.here();
        return course.steps().stream()
                .map(step -> dynamicContainer(step.name(), tests(course, step).stream()));
    }

    private List<DynamicTest> tests(Course course, Step step) {
        Exercises exercises = new Exercises(course, step);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("has a heading, a test and an answer for each",
                () -> Problem.failOn(exercises.problems())));
        if (exercises.answers().isEmpty()) {
            return tests;
        }
        List<Result> results = new ArrayList<>();
        Map<String, AssertionError> notCompiled = new TreeMap<>();
        tests.add(dynamicTest("runs", () -> results.addAll(run(step, exercises, notCompiled))));
        for (String number : exercises.answers()) {
            tests.add(dynamicTest(number + " fails as shipped", () -> {
                assumeFalse(results.isEmpty(), "nothing ran");
                assertFailsInWords(of("shipped " + number, results));
            }));
            tests.add(dynamicTest(number + " passes with its answer", () -> {
                assumeFalse(results.isEmpty(), "nothing ran");
                if (notCompiled.containsKey(number)) {
                    throw notCompiled.get(number);
                }
                assertPasses(of("answer " + number, results));
            }));
        }
        return tests;
    }

    private List<Result> run(Step step, Exercises exercises, Map<String, AssertionError> notCompiled)
            throws IOException, InterruptedException {
        step.jar();
        List<Job> jobs = new ArrayList<>();
        for (String number : exercises.answers()) {
            jobs.add(new Job("shipped", number, List.of(step.folder().resolve("target/test-classes"),
                    step.folder().resolve("target/classes"))));
            try {
                Path out = Files.createDirectories(folder.resolve(step.name() + "-" + number));
                jobs.add(new Job("answer", number, new Answer(step, number).compile(out)));
            } catch (AssertionError e) {
                notCompiled.put(number, e);
            }
        }
        return ExerciseRunner.run(jobs, LIMIT);
    }

    private static List<Result> of(String job, List<Result> results) {
        return results.stream().filter(result -> result.job().equals(job)).toList();
    }

    private static void assertFailsInWords(List<Result> results) {
        assertThat(results).as("test methods with the tags exercise and exercise-N.M").isNotEmpty();
        List<Result> failed = results.stream().filter(result -> !result.passed()).toList();
        assertThat(failed).as("the exercise passes on the shipped code").isNotEmpty();
        assertThat(failed).as("an exercise fails by an assertion with a message, not by another exception")
                .allMatch(result -> result.failure() && !result.message().isBlank());
    }

    private static void assertPasses(List<Result> results) {
        assertThat(results).as("test methods with the tags exercise and exercise-N.M").isNotEmpty();
        assertThat(results).allMatch(Result::passed);
    }

    @Test
    void anExerciseThatPassesAsShippedOrFailsByAnExceptionOrHasAWrongAnswerIsReported()
            throws IOException, InterruptedException {
        Course course = tiny("throw new IllegalStateException();").course();
        List<Result> results = ExerciseRunner.run(List.of(job(course, "right", "7.1"), job(course, "wrong", "7.2"),
                job(course, "broken", "7.3")), LIMIT);
        assertPasses(of("right 7.1", results));
        assertFailsInWords(of("wrong 7.2", results));
        assertThat(catchThrowable(() -> assertFailsInWords(of("right 7.1", results))))
                .hasMessageContaining("passes on the shipped code");
        assertThat(catchThrowable(() -> assertPasses(of("wrong 7.2", results))))
                .hasMessageContaining("the answer is 41");
        assertThat(catchThrowable(() -> assertFailsInWords(of("broken 7.3", results))))
                .hasMessageContaining("IllegalStateException");
    }

    @Test
    void anAnswerThatDoesNotCompileIsReportedInTheCompilersWords() throws IOException {
        Course course = tiny("nothing").course();
        assertThat(catchThrowable(() -> job(course, "broken", "7.3")))
                .hasMessageContaining("answer 7.3 of step7-x does not compile").hasMessageContaining("Life.java");
    }

    @Test
    void anExerciseWithoutItsHeadingTestOrAnswerIsReported() throws IOException {
        Course course = tiny("").with("docs/step7-x.md", "### Exercise 7.1: One\n\n### Exercise 7.4: Four\n").course();
        assertThat(new Exercises(course, course.step("step7-x")).problems()).extracting(Problem::what)
                .containsExactly("exercise 7.2 has no heading ### Exercise 7.2: … in the chapter",
                        "exercise 7.3 has no heading ### Exercise 7.3: … in the chapter",
                        "exercise 7.4 has no test chat.exercises.Exercise7_4",
                        "exercise 7.4 has no answer src/answers/7.4");
    }

    private Job job(Course course, String version, String number) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out").resolve(number));
        return new Job(version, number, new Answer(course.step("step7-x"), number).compile(out));
    }

    private TinyCourse tiny(String broken) throws IOException {
        TinyCourse course = new TinyCourse(folder)
                .with("step7-x/src/main/java/chat/Life.java",
                        "package chat; public class Life { public int answer() { return 41; } }")
                .with("step7-x/src/answers/7.1/chat/Life.java",
                        "package chat; public class Life { public int answer() { return 42; } }")
                .with("step7-x/src/answers/7.2/chat/Life.java",
                        "package chat; public class Life { public int answer() { return 41; } }")
                .with("step7-x/src/answers/7.3/chat/Life.java",
                        "package chat; public class Life { public int answer() { " + broken + " } }");
        for (int i = 1; i <= 3; i++) {
            course.with("step7-x/src/test/java/chat/exercises/Exercise7_%d.java".formatted(i), """
                    package chat.exercises;
                    import org.junit.jupiter.api.*;
                    @Tag("exercise") @Tag("exercise-7.%d")
                    class Exercise7_%d {
                        @Test void answers() {
                            int answer = new chat.Life().answer();
                            Assertions.assertEquals(42, answer, "the answer is " + answer);
                        }
                    }
                    """.formatted(i, i));
        }
        return course;
    }
}
