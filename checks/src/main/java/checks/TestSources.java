package checks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the tests are: those of a step in the step itself, those of its page, whose class ends in `IT`, in `checks`.
final class TestSources {

    private static final Pattern TEST = Pattern.compile("\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b.*");

    /// A test method.
    ///
    /// @param module     the folder of the Maven module that runs it
    /// @param className  with its package
    /// @param line       of the method's name in the file, counted from 1
    record Place(Path module, Path file, String className, String method, int line) {

        /// A test of a page in a browser, run by Failsafe.
        boolean isOfPage() {
            return className.endsWith("IT");
        }
    }

    private final Course course;
    private final Map<String, Optional<Place>> known = new HashMap<>();

    TestSources(Course course) {
        this.course = course;
    }

    /// Finds `Class.method`, if that is a test.
    Optional<Place> find(Step step, String test) {
        String type = test.substring(0, test.indexOf('.'));
        String method = test.substring(test.indexOf('.') + 1);
        Path module = type.endsWith("IT") ? course.root().resolve("checks") : step.folder();
        return known.computeIfAbsent(module + " " + test,
                _ -> Course.filesBelow(module.resolve("src/test/java"), ".java").stream()
                        .filter(file -> file.endsWith(type + ".java"))
                        .flatMap(file -> find(module, file, method).stream()).findFirst());
    }

    private static Optional<Place> find(Path module, Path file, String method) {
        Path below = module.resolve("src/test/java").relativize(file);
        String className = below.toString().replaceFirst("\\.java$", "").replaceAll("[/\\\\]", ".");
        List<String> lines = Course.read(file).lines().toList();
        Pattern head = Pattern.compile("\\s*(.* )?(void|Stream<\\w+>) " + method + "\\(.*");
        for (int i = 0; i < lines.size(); i++) {
            if (head.matcher(lines.get(i)).matches() && isTest(lines, i)) {
                return Optional.of(new Place(module, file, className, method, i + 1));
            }
        }
        return Optional.empty();
    }

    /// Looks at the annotations above a method's head.
    private static boolean isTest(List<String> lines, int head) {
        for (int i = head - 1; i >= 0 && !lines.get(i).isBlank(); i--) {
            if (TEST.matcher(lines.get(i)).matches()) {
                return true;
            }
        }
        return false;
    }
}
