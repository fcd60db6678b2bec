package checks;

import checks.Promises.Proof;
import checks.TestReports.Outcome;
import checks.TestSources.Place;
import java.util.ArrayList;
import java.util.List;

/// Whether the tests behind README's ✓ and ✗ have passed, all of them, in the build that is running.
final class Proofs {

    private final Promises promises;
    private final boolean pagesToo;
    private final TestReports reports = new TestReports();

    /// @param pagesToo false when this build tests no page in a browser
    Proofs(Promises promises, boolean pagesToo) {
        this.promises = promises;
        this.pagesToo = pagesToo;
    }

    /// Tests of a step that were run, and prove nothing.
    List<Problem> problems(Step step) {
        List<Problem> problems = new ArrayList<>();
        for (Proof proof : proofs(step)) {
            String what = switch (reports.of(promises.place(proof))) {
                case PASSED, NOT_RUN -> "";
                case FAILED -> "has failed";
                case SKIPPED -> promises.place(proof).isOfPage() ? "" : "was skipped";
                case LEFT_OUT -> "was left out when its class was run";
            };
            if (!what.isEmpty()) {
                problems.add(new Problem("checks/promises.txt", proof.line(),
                        proof.test() + " of " + step.name() + " " + what + ", so nothing proves what is said here"));
            }
        }
        return problems;
    }

    /// Tests of a step that were not run since they or the server were compiled, or, for want of a browser, skipped.
    List<String> notRun(Step step) {
        return proofs(step).stream().filter(proof -> {
            Place test = promises.place(proof);
            Outcome outcome = reports.of(test);
            return outcome == Outcome.NOT_RUN || (outcome == Outcome.SKIPPED && test.isOfPage());
        }).map(Proof::test).distinct().toList();
    }

    private List<Proof> proofs(Step step) {
        return promises.proofsFor(step).stream().filter(proof -> pagesToo || !promises.place(proof).isOfPage())
                .toList();
    }
}
