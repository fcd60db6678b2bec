package checks;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs exercises in a JVM of their own, several of them one after the other, each with its own class loader.
final class ExerciseRunner {

    /// An exercise's test on some version of the step.
    ///
    /// @param version    such as `answer` or `shipped`
    /// @param number     such as `1.2`
    /// @param classPath  without the libraries
    record Job(String version, String number, List<Path> classPath) {}

    /// How one test method ended.
    ///
    /// @param job      version and number with a space between
    /// @param error    the class of what was thrown, empty when it passed
    /// @param failure  whether that is an assertion's failure, and no other exception
    record Result(String job, String test, String error, boolean failure, String message) {

        boolean passed() {
            return error.isEmpty();
        }
    }

    private ExerciseRunner() {}

    /// Starts the JVM, waits for it, returns the result of every test method.
    ///
    /// @throws AssertionError when it is not done in time
    static List<Result> run(List<Job> jobs, Duration limit) throws IOException, InterruptedException {
        Path output = Files.createTempFile("exercises", ".txt");
        Path log = Files.createTempFile("exercises", ".log");
        try {
            List<String> command = new ArrayList<>(
                    List.of(Step.java(), Step.QUICK_START, "-cp", System.getProperty("java.class.path"),
                            ExerciseRunner.class.getName(), output.toString()));
            jobs.forEach(job -> command.add(job.version() + " " + job.number() + "=" + String.join(File.pathSeparator,
                    job.classPath().stream().map(Path::toString).toList())));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("the exercises were not done within " + limit + "\n" + Files.readString(log));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        "the exercises' JVM ended with " + process.exitValue() + "\n" + Files.readString(log));
            }
            return Files.readAllLines(output).stream().map(ExerciseRunner::decode).toList();
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(log);
        }
    }

    /// The JVM's main method: the file for the results, then `VERSION NUMBER=CLASSPATH` for each job.
    static void main(String[] args) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String job : List.of(args).subList(1, args.length)) {
            String[] parts = job.split("=", 2);
            for (Result result : runHere(parts[0], parts[1].split(File.pathSeparator, -1))) {
                lines.add(encode(result));
            }
        }
        Files.write(Path.of(args[0]), lines);
        System.exit(0);
    }

    private static List<Result> runHere(String job, String[] classPath) throws Exception {
        String number = job.replaceFirst(".* ", "");
        URL[] urls = new URL[classPath.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = Path.of(classPath[i]).toUri().toURL();
        }
        List<Result> results = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(urls, ExerciseRunner.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(loader.loadClass(Exercises.testClass(number))))
                    .filters(TagFilter.includeTags("exercise & exercise-" + number)).build();
            LauncherFactory.create().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    Throwable thrown = result.getThrowable().orElse(null);
                    if (test.isTest() || thrown != null) {
                        results.add(new Result(job, test.getDisplayName(),
                                thrown == null ? "" : thrown.getClass().getName(), thrown instanceof AssertionError,
                                thrown == null ? "" : String.valueOf(thrown.getMessage())));
                    }
                }
            });
        }
        return results;
    }

    private static String encode(Result result) {
        return String.join("\t", result.job(), base64(result.test()), result.error(), String.valueOf(result.failure()),
                base64(result.message()));
    }

    private static Result decode(String line) {
        String[] fields = line.split("\t", -1);
        return new Result(fields[0], text(fields[1]), fields[2], Boolean.parseBoolean(fields[3]), text(fields[4]));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
