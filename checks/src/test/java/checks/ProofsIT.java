package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// The tests behind every ✓ and ✗ of README have passed in this build. It comes after all other tests.
@Timeout(60)
class ProofsIT {

    @TestFactory
    Stream<DynamicTest> everyMarkIsProved() {
        Course course = Course.here();
        Proofs proofs = new Proofs(new Promises(course), !Boolean.getBoolean("pages.skipped"));
        return course.steps().stream().map(step -> dynamicTest(step.name(), () -> assertProved(proofs, step)));
    }

    private static void assertProved(Proofs proofs, Step step) {
        Problem.failOn(proofs.problems(step));
        List<String> notRun = proofs.notRun(step);
        if (!notRun.isEmpty()) {
            String why = "what README promises of " + step.name() + " is not proved: " + notRun.getFirst()
                    + ", for one, was not run since it was compiled. To run all: mvn verify";
            assertThat(System.getenv("CI")).as("CI=true, and %s", why).isNotEqualTo("true");
            System.err.println(why);
            Assumptions.abort(why);
        }
    }
}
