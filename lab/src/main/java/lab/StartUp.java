package lab;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// From `java -jar` to the first page served.
final class StartUp implements Experiment {
    private static final double PROMISED_SECONDS = 1.0;
    private static final List<String> STEPS = List.of("step1-echo", "step2-broadcast-lock", "step3-hub-channels",
            "step4-connection-wrapper");
    private static final Duration PAGE_DEADLINE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String question() {
        return "How long from java -jar until a browser has the page?";
    }

    @Override
    public String prediction() {
        return "Everybody knows that Java starts slowly. From `java -jar` to the first page of a chat server it takes"
                + " **A.** half a second, **B.** two seconds, **C.** five seconds.";
    }

    @Override
    public String seen() {
        return "Step 1 serves its first page {step1-echo / first page} s after `java -jar`, step 4"
                + " {step4-connection-wrapper / first page} s.";
    }

    @Override
    public int seconds(Session session) {
        return 2 + 3 * session.rounds(3, 1);
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        List<String> steps = STEPS.stream().filter(session::wants).toList();
        int rounds = session.rounds(3, 1);
        int part = 0;
        for (int round = 1; round <= rounds; round++) {
            session.say("startup: round " + round + " of " + rounds);
            for (String step : steps) {
                if (round == 1) {
                    Files.readAllBytes(Jars.of(session.root(), step)); // it is in the file cache from here on
                }
                results.add(step, "first page", "s", firstPage(session, step));
                session.done(++part, rounds * steps.size());
            }
        }
        results.median(STEPS.getFirst(), "first page")
                .ifPresent(seconds -> results.atMost(PROMISED_SECONDS, "s to the first page", seconds));
    }

    private static double firstPage(Session session, String step) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Servers servers = session.servers()) {
            fetchPage(servers.step(step));
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static void fetchPage(Server server) throws IOException {
        try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout((int) PAGE_DEADLINE.toMillis());
            String request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 200 ") || !answer.contains("</html>")) {
                throw new IOException("no page: " + answer.lines().findFirst().orElse("nothing"));
            }
        }
    }
}
