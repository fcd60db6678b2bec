package lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All a run has found, with what is needed to judge it. It stands in `results.json`.
///
/// @param began the time in UTC
/// @param command what repeats it
/// @param quick whether its rounds were few and short
/// @param machine what it ran on
record Run(String began, String command, boolean quick, Machine machine, List<Outcome> experiments) {
    static final String JSON = "results.json";
    static final String CSV = "results.csv";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /// One value of one round.
    @JsonPropertyOrder({"experiment", "server", "measure", "unit", "x", "round", "value"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(String experiment, String server, String measure, String unit, @Nullable Double x, int round,
            double value) {}

    Run with(Outcome outcome) {
        List<Outcome> more = new ArrayList<>(experiments);
        more.add(outcome);
        return new Run(began, command, quick, machine, List.copyOf(more));
    }

    Optional<Outcome> experiment(String name) {
        return experiments.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    static Run read(Path file) throws IOException {
        return MAPPER.readValue(Files.readString(file), Run.class);
    }

    String json() throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer(printer).writeValueAsString(this) + "\n";
    }

    /// A line for each value of each round.
    String csv() throws IOException {
        CsvMapper mapper = new CsvMapper();
        return mapper.writer(mapper.schemaFor(Row.class).withHeader()).writeValueAsString(rows());
    }

    /// Writes both files into a folder, one at a time and each of them whole.
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        replace(folder.resolve(JSON), json());
        replace(folder.resolve(CSV), csv());
    }

    private List<Row> rows() {
        return experiments.stream().flatMap(outcome -> outcome.series().stream().flatMap(series -> IntStream
                .range(0, series.values().size()).mapToObj(round -> new Row(outcome.name(), series.server(),
                        series.measure(), series.unit(), series.x(), round + 1, series.values().get(round)))))
                .toList();
    }

    private static void replace(Path file, String text) throws IOException {
        Path whole = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
