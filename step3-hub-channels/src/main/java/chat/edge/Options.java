package chat.edge;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns a command line into a record of settings, and back. Numbers are plain (sizes in bytes), durations are written
/// `500ms` or `5s`. `--port` beats the system property `port`, which beats the environment variable `PORT`.
public final class Options {

    private static final Pattern OPTION = Pattern.compile("--([a-z-]+)(?:=(.*))?", Pattern.DOTALL);
    private static final String MORE = """
            --print-settings                print all settings as options, and end
            --help                          print this, and end
          """;

    private Options() {}

    /// Reads the options of a record whose components are all marked with [Option].
    ///
    /// @throws Exit for `--help` and `--print-settings`, and for anything unknown or malformed
    public static <R extends Record> R parse(Class<R> settings, String... args) throws Exit {
        List<OptionType> types = Arrays.stream(settings.getRecordComponents()).map(OptionType::new).toList();
        Map<String, String> given = new HashMap<>();
        firstOf(System.getProperty("port"), System.getenv("PORT")).ifPresent(port -> given.put("port", port));
        boolean print = false;
        for (String arg : args) {
            Matcher option = OPTION.matcher(arg);
            if (arg.equals("--help")) {
                throw Exit.done(
                        "Options and their defaults:\n" + table(types, type -> type.option().value()) + "\n" + MORE);
            } else if (arg.equals("--print-settings")) {
                print = true;
            } else if (option.matches() && types.stream().anyMatch(type -> type.name().equals(option.group(1)))) {
                given.put(option.group(1), value(option));
            } else {
                throw Exit.refused("Unknown option '" + arg + "'; --help lists all options.");
            }
        }
        Map<OptionType, Object> values = new HashMap<>();
        for (OptionType type : types) {
            values.put(type, type.read(given.getOrDefault(type.name(), type.option().value())));
        }
        if (print) {
            throw Exit.done(table(types, type -> OptionType.write(requireNonNull(values.get(type)))));
        }
        return build(settings, types, values);
    }

    private static Optional<String> firstOf(@Nullable String... candidates) {
        return Arrays.stream(candidates).filter(value -> value != null && !value.isBlank()).findFirst();
    }

    private static String value(Matcher option) throws Exit {
        if (option.group(2) == null) {
            throw Exit.refused("--" + option.group(1) + " needs a value, as in --" + option.group(1) + "=….");
        }
        return option.group(2);
    }

    private static String table(List<OptionType> types, Function<OptionType, String> value) {
        return types.stream()
                .map(type -> String.format("  --%-29s %s", type.name() + "=" + value.apply(type), type.option().help()))
                .collect(Collectors.joining("\n"));
    }

    private static <R extends Record> R build(Class<R> settings, List<OptionType> types,
            Map<OptionType, Object> values) {
        try {
            Class<?>[] parameters = types.stream().map(type -> type.component().getType()).toArray(Class<?>[]::new);
            Constructor<R> constructor = settings.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(types.stream().map(values::get).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
