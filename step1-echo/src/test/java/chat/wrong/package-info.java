/// Servers that look right and are not. Each has a `main` to try it with (its argument is the port), and a test that
/// proves the failure.
@NullMarked
package chat.wrong;

import org.jspecify.annotations.NullMarked;
