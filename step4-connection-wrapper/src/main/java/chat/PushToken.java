package chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Who may push: whoever shows this word.
///
/// @param madeAtStart true if it was not given to the server, which then prints it once
record PushToken(String word, boolean madeAtStart) {

    private static final int BYTES = 16;
    private static final String SCHEME = "Bearer ";

    /// `PUSH_TOKEN` of the environment if it is not empty, or a new one.
    static PushToken ofEnvironment() {
        String given = System.getenv("PUSH_TOKEN");
        return given == null || given.isEmpty() ? new PushToken(random(), true) : new PushToken(given, false);
    }

    /// Whether an `Authorization` header shows it. Takes the same time wherever a wrong one differs, so nobody can
    /// guess it letter by letter.
    boolean isShownBy(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(header.substring(SCHEME.length()).getBytes(UTF_8), word.getBytes(UTF_8));
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
