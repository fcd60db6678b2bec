package lab;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/// A step's classes with its test classes, among them the wrong versions.
final class StepClasses {
    private StepClasses() {}

    /// As a class path for a process.
    ///
    /// @throws MissingJar if nobody has built them yet
    static String path(Path root, String step) {
        return Jars.of(root, step) + File.pathSeparator + testClasses(root, step);
    }

    /// Loaded into this process.
    ///
    /// @throws MissingJar if nobody has built them yet
    static URLClassLoader load(Path root, String step) throws IOException {
        return new URLClassLoader(step, new URL[]{Jars.of(root, step).toUri().toURL(),
                testClasses(root, step).toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static Path testClasses(Path root, String step) {
        Path classes = root.resolve(step).resolve("target/test-classes");
        if (!Files.isDirectory(classes)) {
            throw new MissingJar(root.relativize(classes) + " is missing: mvn -pl " + step
                    + " package -DskipTests builds it");
        }
        return classes;
    }
}
