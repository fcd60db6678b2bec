/// The lesson of this step, and nothing else. What every public server needs is in `chat.edge`.
@NullMarked
package chat;

import org.jspecify.annotations.NullMarked;
