package lab;

import java.io.Serial;

/// A step has not been built. The message says which command does it.
final class MissingJar extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    MissingJar(String message) {
        super(message);
    }
}
