/// The course tests itself: what the pages show and say is compared with the code they speak of.
///
/// Read [Course] and [MarkdownPage] first; each check is then one class that returns a list of [Problem]s.
@NullMarked
package checks;

import org.jspecify.annotations.NullMarked;
