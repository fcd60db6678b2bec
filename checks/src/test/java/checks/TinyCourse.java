package checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A course of a few lines in a temporary folder, for planting mistakes.
final class TinyCourse {

    private final Path root;

    TinyCourse(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    TinyCourse with(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        return this;
    }

    Course course() {
        return new Course(root);
    }

    MarkdownPage page(String path) {
        return MarkdownPage.read(course(), root.resolve(path));
    }
}
