package chat.against;

import java.util.Optional;
import java.util.logging.LogManager;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.opentest4j.TestAbortedException;

/// Skips what cannot be asked of a server of your own, and says at the end what ran and why the rest did not. After some
/// failures, five unless told otherwise, it skips the rest: a server that is half done need not wait for all of them.
public final class Against implements ExecutionCondition, LifecycleMethodExecutionExceptionHandler, TestWatcher {

    private static final int ENOUGH = Integer.getInteger("against-failures", 5);
    private static final ConditionEvaluationResult RUNS = ConditionEvaluationResult.enabled("");

    private final Listing listing = new Listing();
    private final Tally tally = new Tally();

    /// What the tests' own client logs says nothing about your server.
    public Against() {
        if (YourServer.isGiven()) {
            LogManager.getLogManager().reset();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!YourServer.isGiven()) {
            return RUNS;
        }
        context.getRoot().getStore(ExtensionContext.Namespace.create(Tally.class))
                .getOrComputeIfAbsent(Tally.class, _ -> tally);
        return context.getTestClass().flatMap(test -> whyNot(test, context))
                .map(ConditionEvaluationResult::disabled).orElse(RUNS);
    }

    private Optional<String> whyNot(Class<?> test, ExtensionContext context) {
        Optional<String> why = context.getTestMethod()
                .map(method -> listing.whyNot(test, method.getName())).orElseGet(() -> listing.whyNot(test))
                .or(() -> tally.failed() < ENOUGH ? Optional.empty()
                        : Optional.of("comes after " + ENOUGH + " failures: repair those first"));
        if (context.getTestMethod().isEmpty()) {
            why.ifPresent(reason -> tally.skipped(testsIn(test), test, reason));
        }
        return why;
    }

    private static int testsIn(Class<?> test) {
        return AnnotationSupport.findAnnotatedMethods(test, Testable.class, HierarchyTraversalMode.TOP_DOWN).size();
    }

    /// A class whose preparations fail has no test that could tell of it.
    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (YourServer.isGiven() && !(thrown instanceof TestAbortedException)) {
            tally.failed(context.getRequiredTestClass().getSimpleName() + ", all of it");
        }
        throw thrown;
    }

    /// What was never opened cannot be closed: a test that was skipped amid its preparations has not failed.
    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (context.getExecutionException().filter(TestAbortedException.class::isInstance).isEmpty()) {
            throw thrown;
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        tally.passed();
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        String method = context.getRequiredTestMethod().getName();
        String example = context.getDisplayName().startsWith(method + "(") ? "" : ", " + context.getDisplayName();
        tally.failed(context.getRequiredTestClass().getSimpleName() + "." + method
                + example.replaceAll("\\p{Cntrl}", "?"));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        tally.skipped(1, context.getRequiredTestClass(), String.valueOf(cause.getMessage()));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        tally.skipped(1, context.getRequiredTestClass(), reason.orElse("is disabled"));
    }
}
