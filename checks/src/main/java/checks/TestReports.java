package checks;

import checks.TestSources.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What became of a test when it was run last, by the reports of Surefire and Failsafe.
final class TestReports {

    /// What a test's report says.
    enum Outcome {
        PASSED, FAILED, SKIPPED,
        /// Its class was run and it was not.
        LEFT_OUT,
        /// Its class was not run since the module was compiled.
        NOT_RUN
    }

    private final Map<Path, FileTime> compiled = new HashMap<>();
    private final Map<Path, List<Element>> parsed = new HashMap<>();

    /// Of a test with several arguments the worst counts.
    Outcome of(Place test) {
        Path report = report(test);
        FileTime newestClass = compiled.computeIfAbsent(test.module(), TestReports::compiled);
        if (!Files.exists(report) || modified(report).compareTo(newestClass) < 0) {
            return Outcome.NOT_RUN;
        }
        List<Element> runs = parsed.computeIfAbsent(report, TestReports::runs).stream()
                .filter(run -> isOf(run, test.method())).toList();
        if (runs.isEmpty()) {
            return Outcome.LEFT_OUT;
        }
        if (runs.stream().anyMatch(run -> has(run, "failure") || has(run, "error"))) {
            return Outcome.FAILED;
        }
        return runs.stream().anyMatch(run -> has(run, "skipped")) ? Outcome.SKIPPED : Outcome.PASSED;
    }

    private static Path report(Place test) {
        return test.module().resolve(test.isOfPage() ? "target/failsafe-reports" : "target/surefire-reports")
                .resolve("TEST-" + test.className() + ".xml");
    }

    /// When the newest class of a module was compiled.
    private static FileTime compiled(Path module) {
        return Stream.of("target/classes", "target/test-classes")
                .flatMap(folder -> Course.filesBelow(module.resolve(folder), ".class").stream())
                .map(TestReports::modified).max(Comparator.naturalOrder()).orElse(FileTime.fromMillis(0));
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Element> runs(Path report) {
        try {
            NodeList runs = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile())
                    .getElementsByTagName("testcase");
            return IntStream.range(0, runs.getLength()).mapToObj(i -> (Element) runs.item(i)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(report + " is no report of a test", e);
        }
    }

    /// A test with arguments is called `method(String)[1]` there.
    private static boolean isOf(Element run, String method) {
        return run.getAttribute("name").replaceFirst("[({\\[].*", "").equals(method);
    }

    private static boolean has(Element run, String child) {
        return run.getElementsByTagName(child).getLength() > 0;
    }
}
