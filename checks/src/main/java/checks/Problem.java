package checks;

import java.util.List;
import java.util.stream.Collectors;

/// Something a check found, and where.
///
/// @param file  path from the project root
/// @param line  counted from 1; 0 when the file as a whole is meant
public record Problem(String file, int line, String what) {

    /// Throws an [AssertionError] that lists all problems; does nothing when there is none.
    public static void failOn(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.stream().map(Problem::toString)
                    .collect(Collectors.joining("\n", problems.size() + " found\n", "")));
        }
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + what;
    }
}
