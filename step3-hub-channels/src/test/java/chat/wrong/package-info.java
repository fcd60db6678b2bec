/// Hubs that look right and are not. Each has a `main` to try it with (its argument is the port), and a test that
/// proves the failure, with a scenario that this step's own hub passes.
@NullMarked
package chat.wrong;

import org.jspecify.annotations.NullMarked;
