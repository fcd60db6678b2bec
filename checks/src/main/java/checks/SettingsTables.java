package checks;

import checks.JavaSource.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The tables of options in a page, as each step's `Settings` has them. The line
/// `<!-- options: step3-hub-channels -->` stands above the table of what this step adds or changes.
public final class SettingsTables {

    private static final Pattern MARK = Pattern.compile("<!-- options: (\\S+) -->");
    private static final Pattern COMPONENT = Pattern.compile("@Option\\((.*)\\)\\s+([\\w.]+)\\s+(\\w+)",
            Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+) = (?:\"([^\"]*)\"|(\\d+))");

    private final Course course;

    /// One component of `Settings`, as a row.
    private record Setting(String name, String value, String takes, String help) {

        String row() {
            return "| `--" + name + "` | `" + value + "` | " + takes + " | " + help + " |";
        }
    }

    public SettingsTables(Course course) {
        this.course = course;
    }

    /// The page's lines with fresh tables.
    ///
    /// @throws IllegalArgumentException when a table belongs to no step
    public List<String> rewritten(MarkdownPage page) {
        List<String> lines = new ArrayList<>();
        boolean old = false;
        for (String line : page.lines()) {
            Matcher mark = MARK.matcher(line);
            old = old && line.startsWith("|");
            if (!old) {
                lines.add(line);
            }
            if (mark.matches()) {
                old = true;
                lines.add("| option | default | takes | what it is |");
                lines.add("|---|---|---|---|");
                newIn(course.step(mark.group(1))).forEach(setting -> lines.add(setting.row()));
            }
        }
        return lines;
    }

    /// What is wrong with the page of all settings: its tables are stale, one is missing, or nothing is said about an
    /// option outside of the tables.
    public List<Problem> problems(MarkdownPage page) {
        List<Problem> problems = new ArrayList<>();
        if (!rewritten(page).equals(page.lines())) {
            problems.add(new Problem(page.name(), 0,
                    "its options are not those of Settings; to write them: mvn -q -pl checks"));
        }
        for (Step step : course.steps()) {
            List<Setting> added = newIn(step);
            if (!added.isEmpty() && !page.lines().contains("<!-- options: " + step.name() + " -->")) {
                problems.add(new Problem(page.name(), 0, "has no table for " + step.name()));
            }
            List<String> rows = added.stream().map(Setting::row).toList();
            added.stream().filter(setting -> page.lines().stream()
                    .noneMatch(line -> line.contains("`--" + setting.name() + "`") && !rows.contains(line)))
                    .forEach(setting -> problems.add(new Problem(page.name(), 0,
                            "does not say what happens at --" + setting.name())));
        }
        return problems;
    }

    private List<Setting> newIn(Step step) {
        List<Setting> before = course.steps().stream().filter(other -> other.number() == step.number() - 1)
                .flatMap(other -> settingsOf(other).stream()).toList();
        return settingsOf(step).stream().filter(setting -> !before.contains(setting)).toList();
    }

    private static List<Setting> settingsOf(Step step) {
        Path source = step.folder().resolve("src/main/java/chat/Settings.java");
        return JavaSource.partsOf(Course.read(source)).stream().filter(part -> part.kind() == Kind.FIELD)
                .map(part -> COMPONENT.matcher(part.text())).filter(Matcher::matches)
                .map(SettingsTables::setting).toList();
    }

    private static Setting setting(MatchResult component) {
        Map<String, String> arguments = ARGUMENT.matcher(component.group(1)).results().collect(Collectors.toMap(
                argument -> argument.group(1),
                argument -> argument.group(2) == null ? argument.group(3) : argument.group(2)));
        String name = component.group(3).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String help = arguments.getOrDefault("help", "");
        return new Setting(name, arguments.getOrDefault("value", ""), takes(component.group(2), arguments, help), help);
    }

    private static String takes(String type, Map<String, String> arguments, String help) {
        return switch (type) {
            case "Duration" -> "a time: `500ms`, `5s`";
            case "int" -> {
                String unit = help.contains("bytes") ? "bytes"
                        : help.contains("characters") ? "characters" : "a number";
                String least = arguments.getOrDefault("min", "0");
                yield unit + ", " + (arguments.containsKey("max") ? least + " to " + arguments.get("max")
                        : least + " or more");
            }
            default -> "a word";
        };
    }
}
