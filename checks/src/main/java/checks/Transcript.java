package checks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Compares what was printed with what a page says. `…` in a line matches anything, a line that is only `…` any number
/// of lines, also none.
final class Transcript {

    private final List<String> expected;
    private final List<String> actual;
    private final boolean[][] failed;
    private int furthestExpected;
    private int furthestActual;

    private Transcript(List<String> expected, List<String> actual) {
        this.expected = expected.stream().map(String::stripTrailing).toList();
        this.actual = actual.stream().map(String::stripTrailing).toList();
        this.failed = new boolean[expected.size() + 1][actual.size() + 1];
    }

    /// Nothing when they match, else the first line that does not and all that was printed.
    static Optional<String> difference(List<String> expected, List<String> actual) {
        Transcript transcript = new Transcript(expected, actual);
        return transcript.matches(0, 0) ? Optional.empty() : Optional.of(transcript.explain());
    }

    private boolean matches(int e, int a) {
        if (failed[e][a]) {
            return false;
        }
        if (e + a > furthestExpected + furthestActual) {
            furthestExpected = e;
            furthestActual = a;
        }
        boolean matched;
        if (e == expected.size()) {
            matched = a == actual.size();
        } else if (expected.get(e).strip().equals("…")) {
            matched = matches(e + 1, a) || (a < actual.size() && matches(e, a + 1));
        } else {
            matched = a < actual.size() && lineMatches(expected.get(e), actual.get(a)) && matches(e + 1, a + 1);
        }
        failed[e][a] = !matched;
        return matched;
    }

    /// Whether a line of a page stands for this line of output.
    static boolean lineMatches(String pattern, String line) {
        return Pattern.matches("\\Q" + pattern.replace("…", "\\E.*\\Q") + "\\E", line);
    }

    private String explain() {
        return "  expected: " + lineOrEnd(expected, furthestExpected) + "\n  but came: "
                + lineOrEnd(actual, furthestActual)
                + "\n  all that came:\n" + (actual.isEmpty() ? "    (nothing)" : String.join("\n", indented()));
    }

    private List<String> indented() {
        return actual.stream().limit(60).map(line -> "    " + line).toList();
    }

    private static String lineOrEnd(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(nothing more)";
    }
}
