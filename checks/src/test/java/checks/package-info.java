/// The checks applied to the course, and each of them applied to a planted mistake.
@NullMarked
package checks;

import org.jspecify.annotations.NullMarked;
