package lab;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A run's progress on a terminal: a bar over all experiments with an estimate of the time left, on stderr.
final class Bar implements Progress {
    private static final int WIDTH = 79;
    private static final int TICKS_A_SECOND = 10;

    private final ProgressBar bar;
    private volatile boolean shown;
    private final AtomicLong before = new AtomicLong(); // ticks of the experiments that are over
    private volatile int seconds;
    private volatile long began;

    /// @param seconds of all experiments together
    Bar(int seconds) {
        bar = new ProgressBarBuilder().setTaskName("lab").setInitialMax((long) seconds * TICKS_A_SECOND)
                .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(500).setUnit(" s", TICKS_A_SECOND)
                .continuousUpdate()
                .setEtaFunction(state -> Optional.of(left(state.getMax(), state.getCurrent())))
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH)).build();
    }

    /// Whether stderr is a terminal. Where the system does not tell it the Linux way, a terminal at stdout will do.
    static boolean isWatched() {
        Path stderr = Path.of("/proc/self/fd/2");
        try {
            if (Files.exists(stderr)) {
                String file = Files.readSymbolicLink(stderr).toString();
                return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
            }
            return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        } catch (IOException unknown) {
            return false;
        }
    }

    @Override
    public void begin(String experiment, int seconds) {
        this.seconds = seconds;
        began = System.nanoTime();
        bar.setExtraMessage(experiment);
        shown = true;
    }

    @Override
    public void reached(double share) {
        bar.stepTo(before.get() + Math.round(share * seconds * TICKS_A_SECOND));
    }

    @Override
    public void say(String line) {
        bar.setExtraMessage(line);
    }

    @Override
    public void end() {
        reached(1);
        before.addAndGet((long) seconds * TICKS_A_SECOND);
        shown = false;
        clear();
    }

    @Override
    public void close() {
        shown = false;
        bar.close();
        clear();
    }

    /// An experiment that says nothing for a while is believed to be as fast as it promised, but for its last tenth.
    private Duration left(long max, long current) {
        double elapsed = Math.min((System.nanoTime() - began) / 1e9, 0.9 * seconds);
        double reached = Math.max((double) current, before.get() + elapsed * TICKS_A_SECOND);
        return Duration.ofSeconds(Math.max(1, Math.round((max - reached) / TICKS_A_SECOND)));
    }

    private void draw(String line) {
        if (shown) {
            System.err.print("\r" + line);
        }
    }

    private static void clear() {
        System.err.print("\r" + " ".repeat(WIDTH) + "\r");
    }
}
