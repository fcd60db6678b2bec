package checks;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The small programs in `docs/snippets`, compiled once, each into a folder of its own.
final class Snippets {

    private final Course course;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Path compiled;

    Snippets(Course course) {
        this.course = course;
    }

    /// A folder in which `docs/snippets/Talk.java` is a folder with that program's classes. A program that does not
    /// compile, or whose class is called otherwise, is not in it: running it from its source says what is wrong.
    Path compiled() throws IOException {
        lock.lock();
        try {
            Path known = compiled;
            return known != null ? known : compileAll();
        } finally {
            lock.unlock();
        }
    }

    private Path compileAll() throws IOException {
        Path folder = course.root().resolve("checks/target/snippets");
        delete(folder);
        Files.createDirectories(folder);
        for (Path source : Course.filesBelow(course.root().resolve("docs/snippets"), ".java")) {
            compile(source, folder.resolve(course.nameOf(source)));
        }
        compiled = folder;
        return folder;
    }

    private static void compile(Path source, Path out) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(Writer.nullWriter(), files, null,
                    List.of("-proc:none", "-d", Files.createDirectories(out).toString()), null,
                    files.getJavaFileObjects(source)).call();
            if (!done || !Files.exists(out.resolve(source.toFile().getName().replace(".java", ".class")))) {
                delete(out);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
