package checks;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// An answer laid over its step and compiled: the answer's files win, the rest is the step's own.
///
/// @param number  for example `1.2`
public record Answer(Step step, String number) {

    private static final String MAIN = "src/main/java";

    /// Compiles all main sources, the exercise's test and what it needs of the other test sources.
    ///
    /// @param out  an empty folder for the classes
    /// @return the class path on which the exercise passes, libraries not included
    /// @throws AssertionError with the compiler's words when it does not compile
    public List<Path> compile(Path out) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter words = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-d", out.toString(), "-proc:none", "-nowarn", "-implicit:class",
                    "-classpath", System.getProperty("java.class.path"), "-sourcepath", sourcePath());
            if (!compiler.getTask(words, files, null, options, null, files.getJavaFileObjectsFromPaths(sources()))
                    .call()) {
                throw new AssertionError("answer " + number + " of " + step.name() + " does not compile\n" + words);
            }
        }
        return Stream.of(out, folder(), step.folder().resolve("src/main/resources"),
                step.folder().resolve("src/test/resources")).filter(Files::isDirectory).toList();
    }

    private List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        Path main = step.folder().resolve(MAIN);
        for (Path file : Course.filesBelow(main, ".java")) {
            Path changed = folder().resolve(main.relativize(file));
            sources.add(Files.exists(changed) ? changed : file);
        }
        Course.filesBelow(folder(), ".java").stream().filter(file -> !sources.contains(file)).forEach(sources::add);
        sources.add(step.folder().resolve("src/test/java")
                .resolve(Exercises.testClass(number).replace('.', '/') + ".java"));
        return sources;
    }

    private String sourcePath() {
        return Stream.of(folder(), step.folder().resolve(MAIN), step.folder().resolve("src/test/java"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path folder() {
        return step.folder().resolve("src/answers").resolve(number);
    }
}
