package checks;

import checks.TestSources.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the course promises, and for each step the test that shows whether it keeps the promise: `checks/promises.txt`.
///
/// A line at the left margin is a promise; below it stand its proofs: `1 2 keeps OriginTest.anyOtherOriginGets403`, or
/// `breaks`. A group of promises begins with `[its name]`. What follows a `#` is a remark.
public final class Promises {

    /// One row of the table.
    ///
    /// @param group  the promises it stands among
    /// @param line   in the list, counted from 1
    public record Promise(String group, String words, int line, List<Proof> proofs) {}

    /// One cell of the table: a green test that shows that the promise is kept in this step, or broken.
    ///
    /// @param step  its number
    /// @param test  as `Class.method`
    /// @param line  in the list, counted from 1
    public record Proof(int step, boolean kept, String test, int line) {

        boolean isOf(Step other) {
            return step == other.number();
        }
    }

    private static final String LIST = "checks/promises.txt";
    private static final Pattern GROUP = Pattern.compile("\\[(.+)]");
    private static final Pattern PROOF = Pattern
            .compile("\\s+([0-9]+(?:\\s+[0-9]+)*)\\s+(keeps|breaks)\\s+(\\w+\\.\\w+)");

    private final List<Step> steps;
    private final TestSources tests;
    private final List<Promise> all = new ArrayList<>();
    private final List<Problem> malformed = new ArrayList<>();

    public Promises(Course course) {
        steps = course.steps();
        tests = new TestSources(course);
        Path list = course.root().resolve(LIST);
        if (Files.exists(list)) {
            parse(Course.read(list).lines().map(line -> line.replaceFirst("#.*", "").stripTrailing()).toList());
        }
    }

    private void parse(List<String> lines) {
        String group = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher name = GROUP.matcher(line);
            Matcher proof = PROOF.matcher(line);
            if (name.matches()) {
                group = name.group(1);
            } else if (proof.matches() && !all.isEmpty()) {
                for (String step : proof.group(1).split("\\s+", -1)) {
                    all.getLast().proofs().add(new Proof(Integer.parseInt(step), proof.group(2).equals("keeps"),
                            proof.group(3), i + 1));
                }
            } else if (line.startsWith(" ") || line.startsWith("\t")) {
                malformed.add(new Problem(LIST, i + 1, "expected below a promise: STEPS keeps|breaks Class.method"));
            } else if (!line.isEmpty()) {
                all.add(new Promise(group, line, i + 1, new ArrayList<>()));
            }
        }
    }

    /// In the order of the list.
    public List<Promise> all() {
        return all;
    }

    /// All proofs for one step.
    List<Proof> proofsFor(Step step) {
        return all.stream().flatMap(promise -> promise.proofs().stream()).filter(proof -> proof.isOf(step)).toList();
    }

    /// The test of a proof.
    ///
    /// @throws java.util.NoSuchElementException when there is none, which [#problems] tells
    Place place(Proof proof) {
        Step step = steps.stream().filter(proof::isOf).findFirst().orElseThrow();
        return tests.find(step, proof.test()).orElseThrow();
    }

    /// Lines nobody understands, cells that are missing or there twice, tests that do not exist in their step.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(malformed);
        for (Promise promise : all) {
            for (Step step : steps) {
                List<Proof> proofs = promise.proofs().stream().filter(proof -> proof.isOf(step)).toList();
                if (proofs.size() != 1) {
                    problems.add(new Problem(LIST, promise.line(), "\"" + promise.words() + "\" has "
                            + proofs.size() + " proofs for step " + step.number() + ", and needs one"));
                }
                proofs.stream().filter(proof -> tests.find(step, proof.test()).isEmpty()).forEach(proof -> problems.add(
                        new Problem(LIST, proof.line(), step.name() + " has no test " + proof.test())));
            }
            promise.proofs().stream().filter(proof -> steps.stream().noneMatch(proof::isOf)).forEach(
                    proof -> problems.add(new Problem(LIST, proof.line(), "there is no step " + proof.step())));
        }
        return problems;
    }
}
