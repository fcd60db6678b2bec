package chat.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a component of a record an option of the command line: `fileLimit` is `--file-limit`.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Option {

    /// The default, written as a user would write it.
    String value();

    /// What it means and its unit, in a few words.
    String help();

    /// The smallest number allowed.
    int min() default 0;

    /// The largest number allowed.
    int max() default Integer.MAX_VALUE;
}
