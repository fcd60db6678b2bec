/// Connections that look right and are not. Each has a test that proves the failure, with a scenario that this step's
/// own connection passes.
@NullMarked
package chat.wrong;

import org.jspecify.annotations.NullMarked;
