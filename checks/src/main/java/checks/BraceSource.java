package checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds functions in Go and JavaScript: the line that declares one, then everything to its closing brace.
///
/// Not a parser: it only knows enough of strings, comments and regular expressions to count braces.
public final class BraceSource {

    private static final Pattern REGEX_MAY_FOLLOW = Pattern.compile("(^|[(,=:\\[!&|?{};+]|\\breturn)\\s*$");

    private BraceSource() {}

    /// The text of a Go function (`Func`), method (`Type.Method`) or type (`Type`).
    public static List<String> goParts(String text, String symbol) {
        int dot = symbol.indexOf('.');
        String name = Pattern.quote(symbol.substring(dot + 1));
        String pattern = dot > 0
                ? "(?m)^func \\(\\w+ \\*?" + Pattern.quote(symbol.substring(0, dot)) + "\\) " + name + "\\b"
                : "(?m)^(func (\\([^)]*\\) )?" + name + "\\b|type " + name + "\\b)";
        return parts(text, Pattern.compile(pattern), false);
    }

    /// The text of a JavaScript `function` or `class`.
    public static List<String> scriptParts(String text, String symbol) {
        String name = Pattern.quote(symbol);
        return parts(text, Pattern.compile("(?m)^[ \\t]*(export )?(async )?(function\\*? |class )" + name + "\\b"),
                true);
    }

    private static List<String> parts(String text, Pattern declaration, boolean script) {
        List<String> found = new ArrayList<>();
        Matcher matcher = declaration.matcher(text);
        while (matcher.find()) {
            closingBrace(text, matcher.end(), script)
                    .ifPresent(end -> found.add(Excerpts.dedent(text, matcher.start(), end)));
        }
        return found;
    }

    /// The place behind the brace that closes the body; a `{}` inside the parameters is stepped over.
    private static Optional<Integer> closingBrace(String text, int from, boolean script) {
        int braces = 0;
        int round = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{') {
                braces++;
            } else if (c == '(') {
                round++;
            } else if (c == ')') {
                round--;
            } else if (c == '}' && --braces == 0 && round == 0 && !isTypeInHead(text, at)) {
                return Optional.of(at + 1);
            } else {
                at = skip(text, at, script);
            }
        }
        return Optional.empty();
    }

    /// `func f() chan struct{} {`: the braces of the type are not the body.
    private static boolean isTypeInHead(String text, int closing) {
        return closing > 0 && text.charAt(closing - 1) == '{'
                && text.substring(closing + 1).lines().findFirst().orElse("").strip().endsWith("{");
    }

    /// The last character of the string, comment or regular expression that begins here, else the place itself.
    private static int skip(String text, int at, boolean script) {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            return endOr(text.indexOf('\n', at), text);
        }
        if (text.startsWith("/*", at)) {
            return endOr(text.indexOf("*/", at + 2), text) + 1;
        }
        boolean regex = script && c == '/' && REGEX_MAY_FOLLOW.matcher(lineBefore(text, at)).find();
        if (c == '"' || c == '\'' || c == '`' || regex) {
            boolean escapes = script || c != '`';
            boolean inSet = false;
            for (int next = at + 1; next < text.length(); next++) {
                char d = text.charAt(next);
                if (d == '\\' && escapes) {
                    next++;
                } else if (regex && (d == '[' || d == ']')) {
                    inSet = d == '[';
                } else if (d == c && !inSet) {
                    return next;
                }
            }
        }
        return at;
    }

    private static String lineBefore(String text, int at) {
        return text.substring(text.lastIndexOf('\n', at) + 1, at);
    }

    private static int endOr(int found, String text) {
        return found < 0 ? text.length() : found;
    }
}
