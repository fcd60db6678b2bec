package chat.against;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/// This step's `against.txt`: which tests run against a server of your own, in which order, and why the others do not.
public final class Listing implements ClassOrderer {

    private static final String FILE = "/against.txt";

    /// Class, `Class.method` or `package.*`, each below `chat`: why it does not run, or nothing.
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final List<String> order;

    /// Reads the file.
    public Listing() {
        try (InputStream file = Listing.class.getResourceAsStream(FILE)) {
            for (String line : new String(Objects.requireNonNull(file, FILE).readAllBytes(), UTF_8).lines().toList()) {
                String[] words = line.strip().split("\\s+", 2);
                if (!words[0].isEmpty() && !words[0].startsWith("#")) {
                    reasons.put(words[0], words.length < 2 ? "" : words[1]);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        order = List.copyOf(reasons.keySet());
    }

    /// Why a whole class does not run.
    Optional<String> whyNot(Class<?> test) {
        String name = nameOf(test);
        String folder = name.replaceFirst("[^.]*$", "*");
        String why = reasons.getOrDefault(name, reasons.getOrDefault(folder, "is not listed in against.txt"));
        return Optional.of(why).filter(text -> !text.isEmpty());
    }

    /// Why one method of a class that runs does not.
    Optional<String> whyNot(Class<?> test, String method) {
        return Optional.ofNullable(reasons.get(nameOf(test) + "." + method));
    }

    private static String nameOf(Class<?> test) {
        return test.getName().replaceFirst("^chat[.]", "");
    }

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(this::place));
    }

    private int place(ClassDescriptor test) {
        int place = order.indexOf(nameOf(test.getTestClass()));
        return place < 0 ? order.size() : place;
    }
}
