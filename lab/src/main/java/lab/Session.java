package lab;

import java.nio.file.Path;
import java.time.Duration;

/// What all experiments of a run share.
///
/// @param root the project's folder
/// @param work the folder for everything this program writes
/// @param rounds how often each value is measured; tables show the median
/// @param warmUp the longest time to warm a server up before its first round
/// @param measure how long one measurement takes
/// @param slowRounds the same for experiments whose one round takes long
/// @param idleClients how many sockets the idle experiment holds open
record Session(Path root, Path work, int rounds, int slowRounds, Duration warmUp, Duration measure, int idleClients) {
    /// To be closed by the experiment.
    Servers servers() {
        return new Servers(root, work.resolve("servers"));
    }

    /// Says on stderr what is going on; stdout is for results.
    void say(String line) {
        System.err.println(line);
    }
}
