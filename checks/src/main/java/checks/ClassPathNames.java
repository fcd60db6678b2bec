package checks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The public world outside the course: the JDK's `java.*` modules and the libraries on our class path.
///
/// Class files are read, not loaded.
final class ClassPathNames {

    private static final String WHERE_METHODS_ARE_LOOKED_FOR = ".*(java/(lang|util|io|nio|net)/"
            + "|io/undertow/(Undertow|websockets|server|util)|org/xnio/|jakarta/websocket/|org/junit/jupiter/api/"
            + "|org/assertj/core/api/Assertions|org/awaitility/).*";

    /// simple name → where the bytes of the classes called so are
    private final Map<String, List<ClassBytes>> classes = new HashMap<>();
    private final Set<String> methods = new HashSet<>();

    private record ClassBytes(String path, FileSystem where) {}

    ClassPathNames() {
        FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
        try (Stream<Path> modules = Files.list(jdk.getPath("/modules"))) {
            modules.filter(module -> module.toString().startsWith("/modules/java."))
                    .forEach(module -> index(jdk, module));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar") && !entry.contains("driver-bundle") && Files.exists(Path.of(entry))) {
                FileSystem jar = open(Path.of(entry));
                index(jar, jar.getPath("/"));
            }
        }
    }

    boolean hasClass(String simpleName) {
        return classes.containsKey(simpleName);
    }

    /// Whether a class of this name has or inherits such a method, field or nested class.
    boolean hasMember(String simpleName, String member) {
        return classes.getOrDefault(simpleName, List.of()).stream().anyMatch(bytes -> hasMember(bytes, member));
    }

    /// Whether some class of the JDK's core, Undertow, XNIO, or a test library has such a method.
    boolean hasMethod(String name) {
        if (methods.isEmpty()) {
            classes.values().stream().flatMap(List::stream)
                    .filter(bytes -> bytes.path().matches(WHERE_METHODS_ARE_LOOKED_FOR))
                    .forEach(bytes -> parse(bytes).methods()
                            .forEach(method -> methods.add(method.methodName().stringValue())));
        }
        return methods.contains(name);
    }

    private boolean hasMember(ClassBytes bytes, String member) {
        ClassModel model = parse(bytes);
        if (model.methods().stream().anyMatch(method -> method.methodName().equalsString(member))
                || model.fields().stream().anyMatch(field -> field.fieldName().equalsString(member))
                || classes.getOrDefault(member, List.of()).stream()
                        .anyMatch(nested -> nested.path().endsWith("$" + member + ".class"))) {
            return true;
        }
        Stream<String> above = Stream.concat(model.superclass().stream(), model.interfaces().stream())
                .map(entry -> entry.asInternalName());
        return above.anyMatch(name -> classes.getOrDefault(simpleName(name), List.of()).stream()
                .filter(candidate -> candidate.path().endsWith("/" + name + ".class"))
                .anyMatch(candidate -> hasMember(candidate, member)));
    }

    private static ClassModel parse(ClassBytes bytes) {
        try {
            return ClassFile.of().parse(Files.readAllBytes(bytes.where().getPath(bytes.path())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileSystem open(Path jar) {
        try {
            return FileSystems.newFileSystem(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void index(FileSystem where, Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            files.map(Path::toString).filter(path -> path.endsWith(".class") && !path.contains("-info"))
                    .forEach(path -> classes.computeIfAbsent(simpleName(path), _ -> new ArrayList<>())
                            .add(new ClassBytes(path, where)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The `Entry` of `/java/util/Map$Entry.class` or of `java/util/Map$Entry`.
    private static String simpleName(String path) {
        return path.replaceFirst("\\.class$", "").replaceFirst(".*[/$]", "");
    }
}
