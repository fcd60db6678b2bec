package lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Results as text: a row for each server, a column for each measure, medians with their spread.
final class Table {
    private Table() {}

    static String of(Results results) {
        List<Results.Series> all = results.series();
        List<String> servers = all.stream().map(Results.Series::server).distinct().toList();
        List<List<String>> columns = new ArrayList<>();
        columns.add(column("server", servers));
        for (String measure : all.stream().map(Results.Series::measure).distinct().toList()) {
            List<Results.Series> ofMeasure = all.stream().filter(s -> s.measure().equals(measure)).toList();
            String unit = ofMeasure.getFirst().unit();
            List<String> cells = servers.stream().map(server -> cell(ofMeasure, server)).toList();
            columns.add(column(unit.isEmpty() ? measure : measure + ", " + unit, cells));
        }
        return aligned(columns);
    }

    /// Three digits that matter, and no more.
    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    private static List<String> column(String heading, List<String> cells) {
        List<String> column = new ArrayList<>(List.of(heading));
        column.addAll(cells);
        return column;
    }

    private static String cell(List<Results.Series> ofMeasure, String server) {
        return ofMeasure.stream().filter(series -> series.server().equals(server)).map(Table::cell).findFirst()
                .orElse("-");
    }

    private static String cell(Results.Series series) {
        String median = number(series.median());
        String spread = number(series.min()) + ".." + number(series.max());
        return series.min() == series.max() ? median : median + " (" + spread + ")";
    }

    private static String aligned(List<List<String>> columns) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < columns.getFirst().size(); row++) {
            StringBuilder line = new StringBuilder();
            for (List<String> column : columns) {
                int width = Collections.max(column.stream().map(String::length).toList());
                boolean isFirst = line.isEmpty();
                line.append(isFirst ? "" : "  ").append(String.format("%" + (isFirst ? "-" : "") + width + "s",
                        column.get(row)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
