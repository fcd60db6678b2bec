package lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The results of a run as files: `results.json` with everything, rewritten after each experiment.
final class Report {
    private final Path folder;
    private final Map<String, Object> document = new LinkedHashMap<>();
    private final List<Object> experiments = new ArrayList<>();

    /// @param command what the user typed after the program's name
    Report(Path folder, String command) {
        this.folder = folder;
        document.put("began", Instant.now().toString());
        document.put("command", command);
        document.put("machine", machine());
        document.put("experiments", experiments);
    }

    void add(Experiment experiment, Results results) throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", experiment.name());
        entry.put("question", experiment.question());
        entry.put("series", results.series().stream().map(Report::series).toList());
        entry.put("verdicts", results.verdicts().stream().map(Results.Verdict::text).toList());
        entry.put("notes", results.notes());
        experiments.add(entry);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.json"), Json.of(document) + "\n");
    }

    /// Cores, Java and kernel: numbers without them say little.
    static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return machine;
    }

    private static Map<String, Object> series(Results.Series series) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("server", series.server());
        entry.put("measure", series.measure());
        entry.put("unit", series.unit());
        entry.put("median", series.median());
        entry.put("values", series.values());
        return entry;
    }
}
