package lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A server under test: a process of its own that prints its address as its first line.
final class Server implements AutoCloseable {
    private static final Duration START_DEADLINE = Duration.ofSeconds(20);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);
    private static final Duration REST_DEADLINE = Duration.ofSeconds(10);
    private static final Duration REST_PROBE = Duration.ofMillis(100);
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private final String name;
    private final Process process;
    private final InetSocketAddress address;
    private final Path log;

    private Server(String name, Process process, InetSocketAddress address, Path log) {
        this.name = name;
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /// Waits until the server has printed its address.
    ///
    /// @param log takes what the server writes to stderr
    static Server start(String name, List<String> command, Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        RUNNING.add(process);
        try {
            return new Server(name, process, address(firstLine(process)), log);
        } catch (IOException | ExecutionException | TimeoutException | IllegalArgumentException failed) {
            stop(process);
            throw new IOException(name + " did not start, see " + log, failed);
        }
    }

    /// Ends every process that is still there. For the end of this program, whatever ends it.
    static void stopAll() {
        RUNNING.forEach(Process::destroyForcibly);
    }

    String name() {
        return name;
    }

    InetSocketAddress address() {
        return address;
    }

    /// What it has written to stderr so far.
    String log() throws IOException {
        return Files.readString(log);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Processor time used so far, over all cores.
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Waits until the server has next to nothing to do any more, but not for ever: who has just left may keep it busy.
    void awaitRest() throws InterruptedException {
        long deadline = System.nanoTime() + REST_DEADLINE.toNanos();
        Duration before;
        do {
            before = cpu();
            Thread.sleep(REST_PROBE);
        } while (cpu().minus(before).compareTo(REST_PROBE.dividedBy(10)) > 0 && System.nanoTime() < deadline);
    }

    /// Memory the process has in RAM, in bytes. Empty where the system does not tell it the Linux way.
    OptionalLong residentBytes() throws IOException {
        return ProcessMemory.resident(process.pid());
    }

    /// Does not wait until it has.
    void askToStop() {
        process.destroy();
    }

    @Override
    public void close() {
        stop(process);
    }

    private static @Nullable String firstLine(Process process)
            throws InterruptedException, ExecutionException, TimeoutException {
        return CompletableFuture.supplyAsync(() -> readLine(process))
                .get(START_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static @Nullable String readLine(Process process) {
        try {
            return process.inputReader().readLine();
        } catch (IOException ended) {
            return null;
        }
    }

    private static InetSocketAddress address(@Nullable String line) throws IOException {
        if (line == null) {
            throw new IOException("it ended without printing an address");
        }
        URI uri = URI.create(line.strip());
        return new InetSocketAddress(uri.getHost(), uri.getPort());
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor(STOP_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        RUNNING.remove(process);
    }
}
