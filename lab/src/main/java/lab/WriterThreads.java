package lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a writer thread costs that waits for its client's next message: virtual against platform threads, in a process
/// with nothing else in it.
final class WriterThreads implements Experiment {
    private static final String VIRTUAL = "virtual threads";
    private static final String PLATFORM = "platform threads";
    private static final int MOST = 10_000;

    @Override
    public String name() {
        return "writer-threads";
    }

    @Override
    public String question() {
        return "A thread for each client that waits at a queue: how much memory, if it is virtual, and if it is not?";
    }

    @Override
    public String prediction() {
        return "10,000 threads wait. As platform threads, each with a stack that may grow to 1 MiB, they take **A.** 10 GiB,"
                + " **B.** some 100 MiB, **C.** some 10 MiB. And as virtual threads?";
    }

    @Override
    public String seen() {
        return "A waiting platform thread takes {platform threads / memory a thread} KiB, a virtual one"
                + " {virtual threads / memory a thread} KiB. A stack's pages count only when they are touched.";
    }

    @Override
    public List<Plot> plots() {
        return List.of(Plot.lines("writer-threads", "Waiting writer threads: memory of the process",
                Plot.linear("threads", ""), Plot.linear("resident memory", "MiB"), "resident memory",
                List.of(VIRTUAL, PLATFORM)));
    }

    @Override
    public Set<Integer> steps() {
        return Set.of(3, 4);
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public int seconds(Session session) {
        return 4 * session.rounds(2, 1);
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        int rounds = session.rounds(2, 1);
        for (int round = 1; round <= rounds; round++) {
            session.say("writer-threads: round " + round + " of " + rounds);
            measure(VIRTUAL, WaitingThreads.VIRTUAL, results);
            measure(PLATFORM, WaitingThreads.PLATFORM, results);
            session.done(round, rounds);
        }
    }

    private static void measure(String name, String kind, Results results) throws IOException, InterruptedException {
        Map<Integer, Long> bytes = new TreeMap<>();
        Process child = new ProcessBuilder(Servers.java(), "-cp", System.getProperty("java.class.path"),
                "lab.WaitingThreads", kind).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines = child.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 2);
                bytes.put(Integer.valueOf(words[0]), Long.valueOf(words[1]));
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        bytes.forEach((count, some) -> results.point(name, "resident memory", "MiB", count, some / 1048576.0));
        Long none = bytes.get(0);
        Long most = bytes.get(MOST);
        if (none != null && most != null) {
            results.add(name, "memory a thread", "KiB", (most - none) / 1024.0 / MOST);
        } else {
            results.note("This system lets a process have no more than " + bytes.size() + " sizes of " + name + ".");
        }
    }
}
