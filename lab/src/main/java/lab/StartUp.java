package lab;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// From `java -jar` to the first page served.
final class StartUp implements Experiment {
    private static final double PROMISED_SECONDS = 1.0;
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
    public void run(Session session, Results results) throws IOException, InterruptedException {
        firstPage(session); // the jar is in the file cache from here on
        for (int round = 1; round <= session.rounds(); round++) {
            session.say("startup: round " + round + " of " + session.rounds());
            results.add("step1-echo", "first page", "s", firstPage(session));
        }
        results.atMost(PROMISED_SECONDS, "s to the first page",
                results.median("step1-echo", "first page").orElseThrow());
    }

    private static double firstPage(Session session) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Servers servers = session.servers()) {
            fetchPage(servers.step("step1-echo"));
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
