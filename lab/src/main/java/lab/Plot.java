package lab;

import java.util.List;

/// What a picture shows; its numbers come from the [Results].
///
/// @param id the file's name without `.svg`
/// @param measures of the results, as points for lines, as values for bars; the first is drawn solid, the second dashed
/// @param servers in the order of the legend; those that were not measured are left out
/// @param marks vertical lines with a word beside them
record Plot(String id, String title, Kind kind, Axis x, Axis y, List<String> measures, List<String> servers,
        List<Mark> marks) {
    enum Kind {
        /// Medians over x, with the smallest and the largest value.
        LINES,
        /// The same, where x is a time since the beginning of a round.
        TIME,
        /// A bar for each server, with the smallest and the largest value; the x axis has no use then. The second
        /// measure, if there is one, says how long a server without the first one was watched in vain.
        BARS
    }

    /// @param unit may be empty
    record Axis(String label, String unit, boolean log) {
        String text() {
            return unit.isEmpty() ? label : label + ", " + unit;
        }
    }

    record Mark(double x, String text) {}

    static Plot lines(String id, String title, Axis x, Axis y, String measure, List<String> servers) {
        return new Plot(id, title, Kind.LINES, x, y, List.of(measure), servers, List.of());
    }

    /// @param marks what happens when
    static Plot overTime(String id, String title, Axis y, String measure, List<String> servers, Mark... marks) {
        return new Plot(id, title, Kind.TIME, linear("time", "s"), y, List.of(measure), servers, List.of(marks));
    }

    static Plot bars(String id, String title, Axis y, String measure, List<String> servers) {
        return new Plot(id, title, Kind.BARS, linear("", ""), y, List.of(measure), servers, List.of());
    }

    /// False if the picture would be empty: a quick run, or one of a single server, leaves some questions out.
    boolean isMeasured(Outcome outcome) {
        return servers.stream()
                .anyMatch(server -> measures.stream().anyMatch(measure -> !outcome.of(server, measure).isEmpty()));
    }

    static Axis linear(String label, String unit) {
        return new Axis(label, unit, false);
    }

    static Axis log(String label, String unit) {
        return new Axis(label, unit, true);
    }
}
