package chat.against;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How many tests ran against your server, which failed, and why the others did not run. It is printed when all is over.
final class Tally implements AutoCloseable {

    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private final Map<String, Set<String>> classes = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private int passed;

    void passed() {
        passed++;
    }

    /// @param what the test, and for which of its examples
    void failed(String what) {
        failures.add(what);
    }

    int failed() {
        return failures.size();
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
                passed, failed(), skipped.values().stream().mapToInt(Integer::intValue).sum());
        failures.forEach(what -> System.out.printf("  failed: %s%n", what));
        skipped.forEach((reason, tests) -> System.out.printf("  %3d: it %s%n%s", tests, reason, classesOf(reason)));
        System.out.println();
    }

    /// In lines that a terminal has room for.
    private String classesOf(String reason) {
        return String.join(", ", classes.getOrDefault(reason, Set.of()))
                .replaceAll("(.{1,90})(?:, |$)", "       $1%n".formatted());
    }
}
