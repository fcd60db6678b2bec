package checks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/// Takes the pictures of `docs/images/` anew: runs the browser tests with the tag `picture`, each of which leaves a
/// `…-page.png` in `checks/target/screenshots`.
final class Screenshots {

    private final Course course;

    Screenshots(Course course) {
        this.course = course;
    }

    /// Needs what these tests need: the built steps, Chromium, and the profile `browser`.
    ///
    /// @return the pictures, as paths from the project root
    /// @throws AssertionError if one of the tests fails or is skipped
    List<String> take() throws IOException {
        TestExecutionSummary summary = runTests();
        if (summary.getTestsSucceededCount() == 0 || summary.getTestsSucceededCount() < summary.getTestsFoundCount()) {
            summary.getFailures().forEach(failure -> System.err.println(failure.getException()));
            throw new AssertionError("no picture is new; they need the built steps, Chromium and -Pbrowser");
        }
        Path images = Files.createDirectories(course.root().resolve("docs/images"));
        List<String> written = new ArrayList<>();
        for (Path picture : Course.filesBelow(course.root().resolve("checks/target/screenshots"), "-page.png")) {
            Path target = images.resolve(picture.toFile().getName());
            Files.write(target, Files.readAllBytes(picture));
            written.add(course.nameOf(target));
        }
        return written;
    }

    private static TestExecutionSummary runTests() {
        LauncherDiscoveryRequest pictures = LauncherDiscoveryRequestBuilder.request().selectors(selectPackage("checks"))
                .filters(ClassNameFilter.includeClassNamePatterns(".*IT"), TagFilter.includeTags("picture")).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(pictures, listener);
        return listener.getSummary();
    }
}
