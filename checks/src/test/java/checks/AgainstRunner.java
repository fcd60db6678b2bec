package checks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs some of a step's test classes as `mvn verify -Dagainst=…` does, and prints what came of each test.
final class AgainstRunner {

    private AgainstRunner() {}

    /// @param classes names below `chat`
    static void main(String[] classes) {
        List<ClassSelector> selectors = Arrays.stream(classes)
                .map(name -> DiscoverySelectors.selectClass("chat." + name))
                .toList();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(selectors)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter("junit.jupiter.testclass.order.default", "chat.against.Listing").build(),
                new TestExecutionListener() {
                    @Override
                    public void executionSkipped(TestIdentifier test, String reason) {
                        print(test, "skipped, it " + reason);
                    }

                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        if (test.isTest()) {
                            print(test, result.getStatus().name().toLowerCase(Locale.ROOT)
                                    + result.getThrowable().map(thrown -> ", " + oneLine(thrown)).orElse(""));
                        }
                    }
                });
        System.exit(0);
    }

    private static void print(TestIdentifier test, String what) {
        System.out.println(test.getLegacyReportingName() + " " + what);
    }

    private static String oneLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).replaceAll("\\s+", " ");
    }
}
