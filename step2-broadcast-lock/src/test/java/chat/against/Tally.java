package chat.against;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How many tests ran against your server, and why the others did not. It is printed when all is over.
final class Tally implements AutoCloseable {

    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private final Map<String, Set<String>> classes = new LinkedHashMap<>();
    private int passed;
    private int failed;

    void passed() {
        passed++;
    }

    void failedOne() {
        failed++;
    }

    int failed() {
        return failed;
    }

    void skipped(int tests, Class<?> test, String why) {
        String reason = why.replaceFirst(" with --.*", " with options of its own");
        skipped.merge(reason, tests, Integer::sum);
        classes.computeIfAbsent(reason, _ -> new TreeSet<>()).add(test.getSimpleName());
    }

    /// Prints it.
    @Override
    public void close() {
        System.out.printf("%nAgainst %s: %d tests passed, %d failed, %d were skipped.%n", System.getProperty("against"),
                passed, failed, skipped.values().stream().mapToInt(Integer::intValue).sum());
        skipped.forEach((reason, tests) -> System.out.printf("  %3d: it %s%n%s", tests, reason, classesOf(reason)));
        System.out.println();
    }

    /// In lines that a terminal has room for.
    private String classesOf(String reason) {
        return String.join(", ", classes.getOrDefault(reason, Set.of()))
                .replaceAll("(.{1,90})(?:, |$)", "       $1%n".formatted());
    }
}
