/// The course's ruler: starts the built servers as processes of their own, puts load on them from one non-blocking
/// loop, and prints what it measured. Begin with [lab.Lab], then [lab.Experiment].
@NullMarked
package lab;

import org.jspecify.annotations.NullMarked;
