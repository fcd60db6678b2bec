package chat.edge;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One component of a settings record as an option: its name, what it takes, and its value as text and back.
record OptionType(RecordComponent component) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s)");

    /// `fileLimit` is `file-limit`.
    String name() {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    Option option() {
        return component.getAnnotation(Option.class);
    }

    /// @throws Exit if the text is nothing this option takes
    Object read(String text) throws Exit {
        Object value = switch (component.getType().getSimpleName()) {
            case "String" -> text.isBlank() ? null : text;
            case "int" -> number(text);
            case "Duration" -> duration(text);
            default -> constant(text);
        };
        if (value == null) {
            throw Exit.refused("--" + name() + "=" + text + " is not possible: it takes " + takes() + ".");
        }
        return value;
    }

    static String write(Object value) {
        return switch (value) {
            case Duration time -> time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    private @Nullable Integer number(String text) {
        try {
            int value = Integer.parseInt(text);
            return value < option().min() || value > option().max() ? null : value;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Duration duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) == 0) {
            return null;
        }
        int amount = Integer.parseInt(parts.group(1));
        return parts.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
    }

    private @Nullable Object constant(String text) {
        return Arrays.stream(component.getType().getEnumConstants()).filter(one -> write(one).equals(text)).findFirst()
                .orElse(null);
    }

    private String takes() {
        return switch (component.getType().getSimpleName()) {
            case "String" -> "a word";
            case "int" -> "a whole number from " + option().min() + " to " + option().max();
            case "Duration" -> "a time such as 500ms or 5s";
            default -> Arrays.stream(component.getType().getEnumConstants()).map(OptionType::write)
                    .collect(Collectors.joining(" or "));
        };
    }
}
