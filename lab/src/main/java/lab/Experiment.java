package lab;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// One question put to the servers. An experiment is one short class: it starts what it needs from the session's
/// servers, measures in rounds, alternating between the servers, and puts every single value into the results.
interface Experiment {
    /// What `--only` calls it.
    String name();

    /// What a reader could guess before running it.
    String question();

    /// What to guess before running it, in one or two sentences, with choices: "**A.** … **B.** … **C.** …".
    default String prediction() {
        return "";
    }

    /// What there is to see, in one or two sentences. A number is never typed but taken from the results:
    /// `{server / measure}` stands for a median, `{server / measure @ 1000}` for that of a curve where x is 1,000,
    /// `{server / measure : other}` for how many times the other server's median it is.
    default String seen() {
        return "";
    }

    /// The pictures of this experiment. Without any, the page shows the table.
    default List<Plot> plots() {
        return List.of();
    }

    /// The numbers of the steps it measures. It is left out when `--steps` names none of them.
    default Set<Integer> steps() {
        return Set.of(1, 2, 3, 4);
    }

    /// Whether it can measure the server of `--url`, which is [Session#target] then, in place of the steps.
    default boolean measuresTarget() {
        return false;
    }

    /// Whether a quick run has time for it. If not, `--quick` leaves it out unless `--only` names it.
    default boolean isQuick() {
        return true;
    }

    /// About how long [#run] takes in this session, in seconds: for the estimate of the time left.
    default int seconds(Session session) {
        return session.quick() ? 6 : 30;
    }

    /// Measures. It may be left at any point, with an exception or with the end of this program: what is in the results
    /// by then counts.
    ///
    /// @throws InterruptedException the user has had enough
    void run(Session session, Results results) throws IOException, InterruptedException;
}
