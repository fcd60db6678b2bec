package lab;

import java.util.List;
import java.util.Optional;

/// What one experiment has found, as it stands in the results file.
///
/// @param partial whether the run was cancelled in it
record Outcome(String name, String question, boolean partial, List<Results.Series> series, List<String> verdicts,
        List<String> notes) {
    static Outcome of(Experiment experiment, Results results, boolean partial) {
        return new Outcome(experiment.name(), experiment.question(), partial, results.series(),
                results.verdicts().stream().map(Results.Verdict::text).toList(), List.copyOf(results.notes()));
    }

    /// How often a value of these was measured, at most.
    int rounds(List<String> measures) {
        return series.stream().filter(one -> measures.contains(one.measure())).mapToInt(one -> one.values().size())
                .max().orElse(0);
    }

    /// The points of one server's curve by their x, or its one value.
    List<Results.Series> of(String server, String measure) {
        return series.stream().filter(one -> one.server().equals(server) && one.measure().equals(measure)).toList();
    }

    Optional<Results.Series> at(String server, String measure, double x) {
        return of(server, measure).stream().filter(one -> one.x() != null && one.x() == x).findFirst();
    }

    /// Every server measured, in the order they came.
    List<String> servers() {
        return series.stream().map(Results.Series::server).distinct().toList();
    }
}
