package lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Results as rows of text: medians with their spread.
///
/// @param rows the first one holds the headings
record Table(List<List<String>> rows) {
    private static final int MOST_POINTS = 12; // a longer curve is for the eye

    /// A row for each server and a column for each measure; then, for each measure that is a curve and not too long, a
    /// row for each x and a column for each server.
    static List<Table> of(Outcome outcome) {
        List<Results.Series> single = outcome.series().stream().filter(one -> one.x() == null).toList();
        List<Results.Series> points = outcome.series().stream().filter(one -> one.x() != null).toList();
        List<Table> tables = new ArrayList<>();
        if (!single.isEmpty()) {
            tables.add(byServer(single));
        }
        for (String measure : points.stream().map(Results.Series::measure).distinct().toList()) {
            List<Results.Series> curve = points.stream().filter(one -> one.measure().equals(measure)).toList();
            if (xs(curve).size() <= MOST_POINTS) {
                tables.add(byX(curve));
            }
        }
        return tables;
    }

    /// Three digits that matter, and no more.
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f"
                : size >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    /// In columns for a terminal.
    String text() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.getFirst().size(); column++) {
            int at = column;
            widths.add(Collections.max(rows.stream().map(row -> row.get(at).length()).toList()));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(String.format("%-" + widths.getFirst() + "s", row.getFirst()));
            for (int column = 1; column < row.size(); column++) {
                line.append("  ").append(String.format("%" + widths.get(column) + "s", row.get(column)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    String markdown() {
        String rule = "|---|" + "--:|".repeat(rows.getFirst().size() - 1);
        List<String> lines = new ArrayList<>(rows.stream()
                .map(row -> row.stream().collect(Collectors.joining(" | ", "| ", " |"))).toList());
        lines.add(1, rule);
        return String.join("\n", lines) + "\n";
    }

    private static Table byServer(List<Results.Series> all) {
        List<String> measures = all.stream().map(Results.Series::measure).distinct().toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("server", measures.stream().map(measure -> heading(measure, all))));
        for (String server : all.stream().map(Results.Series::server).distinct().toList()) {
            rows.add(row(server, measures.stream().map(measure -> cell(all.stream()
                    .filter(one -> one.server().equals(server) && one.measure().equals(measure))))));
        }
        return new Table(rows);
    }

    private static Table byX(List<Results.Series> curve) {
        List<String> servers = curve.stream().map(Results.Series::server).distinct().toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(heading(curve.getFirst().measure(), curve), servers.stream()));
        for (double x : xs(curve)) {
            rows.add(row(number(x), servers.stream().map(server -> cell(curve.stream()
                    .filter(one -> one.server().equals(server) && Objects.equals(one.x(), x))))));
        }
        return new Table(rows);
    }

    private static List<Double> xs(List<Results.Series> curve) {
        return curve.stream().map(Results.Series::x).filter(Objects::nonNull).distinct().sorted().toList();
    }

    private static List<String> row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String heading(String measure, List<Results.Series> all) {
        String unit = all.stream().filter(one -> one.measure().equals(measure)).findFirst().orElseThrow().unit();
        return unit.isEmpty() ? measure : measure + ", " + unit;
    }

    private static String cell(Stream<Results.Series> found) {
        return found.findFirst().map(Table::cell).orElse("-");
    }

    private static String cell(Results.Series series) {
        String median = number(series.median());
        String spread = number(series.min()) + ".." + number(series.max());
        return series.min() == series.max() ? median : median + " (" + spread + ")";
    }
}
