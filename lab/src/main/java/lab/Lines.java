package lab;

/// A run's progress where nobody watches a terminal: what is going on, line by line on stderr.
final class Lines implements Progress {
    @Override
    public void begin(String experiment, int seconds) {
        say(experiment + ", about " + seconds + " s");
    }

    @Override
    public void reached(double share) {}

    @Override
    public void say(String line) {
        System.err.println(line);
    }

    @Override
    public void end() {}

    @Override
    public void close() {}
}
