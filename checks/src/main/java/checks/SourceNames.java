package checks;

import checks.JavaSource.Kind;
import checks.JavaSource.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names in some folders of the course: what Java declares, and the words of Go, scripts and pages.
final class SourceNames {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*");
    private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^\\s*(//|\\*|/\\*).*$");

    private final Set<String> words = new HashSet<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, List<String>> supertypes = new HashMap<>();
    private final Set<String> methods = new HashSet<>();

    SourceNames(List<Path> folders) {
        for (Path folder : folders) {
            Stream.of(".java", ".go", ".js", ".html", ".css", ".py")
                    .flatMap(ending -> Course.filesBelow(folder, ending).stream())
                    .filter(file -> !file.toString().contains("/target/")).forEach(this::add);
        }
    }

    private void add(Path file) {
        String text = Course.read(file);
        Matcher word = WORD.matcher(COMMENT_LINE.matcher(text).replaceAll(""));
        while (word.find()) {
            words.add(word.group());
            words.addAll(List.of(word.group().split("\\.", -1)));
        }
        if (file.toString().endsWith(".java")) {
            JavaSource.partsOf(text).forEach(this::add);
        }
    }

    private void add(Part part) {
        if (part.kind() == Kind.CLASS) {
            members.computeIfAbsent(part.simpleName(), _ -> new HashSet<>());
            supertypes.computeIfAbsent(part.simpleName(), _ -> new ArrayList<>()).addAll(part.supertypes());
        }
        if (part.kind() == Kind.METHOD) {
            methods.add(part.simpleName());
        }
        String[] path = part.name().split("\\.", -1);
        if (path.length > 1) {
            members.computeIfAbsent(path[path.length - 2], _ -> new HashSet<>()).add(part.simpleName());
        }
    }

    /// Whether the text of some file has this word, or these words with dots between them, outside its comments.
    boolean hasWord(String word) {
        return words.contains(word);
    }

    boolean declaresClass(String simpleName) {
        return members.containsKey(simpleName);
    }

    boolean declaresMethod(String name) {
        return methods.contains(name);
    }

    /// Whether a class declares or inherits a member; what comes from a library is looked up there.
    boolean hasMember(String simpleName, String member, ClassPathNames libraries) {
        return members.getOrDefault(simpleName, Set.of()).contains(member)
                || supertypes.getOrDefault(simpleName, List.of()).stream().anyMatch(above -> !above.equals(simpleName)
                        && (hasMember(above, member, libraries) || libraries.hasMember(above, member)));
    }
}
