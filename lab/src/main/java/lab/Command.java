package lab;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The shell commands that repeat a measurement.
final class Command {
    private static final String MAVEN = "mvn -q -pl lab";

    private Command() {}

    /// @param options of the lab, apart by blanks
    static String of(String options) {
        return options.isBlank() ? MAVEN : MAVEN + " -Dargs=\"" + options.strip() + "\"";
    }

    /// The command for one experiment of a run.
    ///
    /// @param command of the whole run
    static String only(String experiment, String command) {
        String options = command.replaceFirst("^" + MAVEN + "( -Dargs=\"(.*)\")?$", "$2");
        String others = Arrays.stream(options.split(" ", -1))
                .filter(option -> !option.isEmpty() && !option.matches("--(only=.*|publish)"))
                .collect(Collectors.joining(" "));
        return of("--only=" + experiment + " " + others);
    }
}
