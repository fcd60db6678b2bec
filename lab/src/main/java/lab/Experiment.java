package lab;

import java.io.IOException;

/// One question put to the servers. An experiment is one short class: it starts what it needs from the session's
/// servers, measures in rounds, alternating between the servers, and puts every single value into the results.
interface Experiment {
    /// What `--only` calls it.
    String name();

    /// What a reader could guess before running it.
    String question();

    void run(Session session, Results results) throws IOException, InterruptedException;
}
