package lab;

/// Where a run stands. All methods may be called from any thread.
interface Progress extends AutoCloseable {
    /// An experiment begins.
    ///
    /// @param seconds its estimate
    void begin(String experiment, int seconds);

    /// The share of this experiment that is done, from 0 to 1.
    void reached(double share);

    /// What is going on.
    void say(String line);

    /// The experiment is over.
    void end();

    @Override
    void close();
}
