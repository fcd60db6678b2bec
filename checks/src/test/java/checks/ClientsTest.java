package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The clients of `docs/snippets/clients` that this machine can run, all in one room of step 4.
@Timeout(180)
class ClientsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Course course = Course.here();

    @TempDir
    Path folder;

    private record Running(OtherClient client, Process process, Path output) {

        boolean hasHeardItself() {
            return !process.isAlive()
                    || Course.read(output)
                            .contains("{\"type\":0,\"name\":\"" + client.name() + "\",\"message\":\"hi\"}");
        }
    }

    /// The room is closed when each has heard its own words; then every one of them answers the close and ends.
    @TestFactory
    Stream<DynamicTest> everyClientJoinsSpeaksListensAndAnswersTheClose() throws IOException, InterruptedException {
        Map<String, Running> running = new LinkedHashMap<>();
        try (RunningServer server = RunningServer.start(course.steps().getLast(), List.of())) {
            for (OtherClient client : OtherClient.all()) {
                if (client.lacking().isEmpty()) {
                    Path output = folder.resolve(client.name());
                    running.put(client.name(),
                            new Running(client, client.start(course.root(), server.url(), output), output));
                }
            }
            await().atMost(PATIENCE).until(() -> running.values().stream().allMatch(Running::hasHeardItself));
            assertThat(server.stop()).as("whoever does not answer a close is cut off").doesNotContain("cut off");
            for (Running client : running.values()) {
                client.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            running.values().forEach(client -> client.process().destroyForcibly());
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        running.forEach((name, client) -> outputs.put(name, Course.read(client.output())));
        return OtherClient.all().stream()
                .map(client -> dynamicTest(client.source(),
                        () -> assertTalked(client, outputs.getOrDefault(client.name(), ""))));
    }

    private static void assertTalked(OtherClient client, String output) {
        String why = client.source() + " was not run: this machine has no " + client.lacking();
        if (!client.lacking().isEmpty()) {
            System.err.println(why);
        }
        Assumptions.assumeTrue(client.lacking().isEmpty(), why);
        assertThat(output).contains("{\"type\":1,\"name\":\"" + client.name() + "\"")
                .contains("{\"type\":0,\"name\":\"" + client.name() + "\",\"message\":\"hi\"}")
                .endsWith("closed with 1001 the server is stopping\n");
    }

    @Test
    void noClientIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(course.root().resolve("docs/snippets/clients"))) {
            assertThat(files.map(file -> file.toFile().getName())).containsExactlyInAnyOrderElementsOf(Stream
                    .concat(OtherClient.all().stream().map(OtherClient::source), Stream.of("console.js")).toList());
        }
    }
}
