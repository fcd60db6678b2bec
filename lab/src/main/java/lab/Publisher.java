package lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Replaces the lab's part of the pages: `docs/lab.md`, and `docs/lab/` with the results and the plots.
final class Publisher {
    private final Path docs;
    private final List<Experiment> experiments;

    /// @param root the project's folder
    /// @param experiments all there are
    Publisher(Path root, List<Experiment> experiments) {
        this.docs = root.resolve("docs");
        this.experiments = experiments;
    }

    /// @throws IllegalStateException the run is not one to be published: nothing has changed then
    void publish(Run run) throws IOException {
        if (run.quick() || run.experiments().stream().anyMatch(Outcome::partial)) {
            throw new IllegalStateException("only a full run is published, and this one was quick or not finished");
        }
        for (Experiment experiment : experiments) {
            if (run.experiment(experiment.name()).isEmpty()) {
                throw new IllegalStateException("only a full run is published, and " + experiment.name()
                        + " is missing in this one");
            }
        }
        Map<String, String> files = files(run); // before anything is deleted
        Path folder = Files.createDirectories(docs.resolve("lab"));
        try (var old = Files.newDirectoryStream(folder, "*.svg")) {
            for (Path picture : old) {
                Files.delete(picture);
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(docs.resolve(file.getKey()), file.getValue());
        }
    }

    /// What was published last.
    Run published() throws IOException {
        return Run.read(docs.resolve("lab").resolve(Run.JSON));
    }

    /// Everything a run's publication consists of: text by path below `docs`.
    Map<String, String> files(Run run) throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("lab.md", new Page(run).text(experiments));
        files.put("lab/" + Run.JSON, run.json());
        files.put("lab/" + Run.CSV, run.csv());
        for (Experiment experiment : experiments) {
            Outcome outcome = run.experiment(experiment.name()).orElseThrow();
            for (Plot plot : experiment.plots()) {
                files.put("lab/" + plot.id() + ".svg", Picture.svg(plot, outcome, run));
            }
        }
        return files;
    }
}
