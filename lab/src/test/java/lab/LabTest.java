package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class LabTest {
    @TempDir
    private Path project;

    private record Outcome(int code, String stderr) {}

    @Test
    void aMissingJarIsSaidWithTheCommandThatBuildsIt() throws IOException {
        Files.createDirectory(project.resolve("step1-echo"));

        Outcome outcome = execute("--only=startup", "--root=" + project);

        assertThat(outcome.code).isEqualTo(2);
        assertThat(outcome.stderr).endsWith("step1-echo.jar is missing: mvn -pl step1-echo package builds it\n");
    }

    @Test
    void aJarOlderThanItsSourcesIsSaidWithTheCommandThatBuildsIt() throws IOException {
        Path jar = Files.createDirectories(project.resolve("step9-x/target")).resolve("step9-x.jar");
        Path source = Files.createDirectories(project.resolve("step9-x/src/main")).resolve("A.java");
        Files.setLastModifiedTime(Files.createFile(source), FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(Files.createFile(jar), FileTime.fromMillis(2_000_000));
        assertThat(Jars.outdated(project)).isEmpty();

        Files.setLastModifiedTime(source, FileTime.fromMillis(3_000_000));
        assertThat(Jars.outdated(project))
                .containsExactly("step9-x.jar is older than its sources: mvn -pl step9-x package builds it anew");
    }

    @Test
    void anUnknownExperimentIsSaidInOneSentence() {
        assertThat(execute("--only=dance"))
                .isEqualTo(new Outcome(2,
                        "there is no experiment dance, only echo, fan-out, stalled-reader, idle, startup\n"));
    }

    @Test
    void anUnknownOptionIsSaidInOneSentence() {
        Outcome outcome = execute("--quik");

        assertThat(outcome.code).isEqualTo(2);
        assertThat(outcome.stderr).contains("--quik").hasLineCount(1);
    }

    @Test
    void noRoundsAtAllAreRefused() {
        assertThat(execute("--rounds=0")).isEqualTo(new Outcome(2, "--rounds must be at least 1\n"));
    }

    @Test
    void aServerEndsWithTheOnesWhoStartedIt() throws Exception {
        Server floor;
        try (Servers servers = new Servers(project, project.resolve("work"))) {
            floor = servers.floor(Floor.Way.ECHO);
            try (Socket socket = new Socket(floor.address().getAddress(), floor.address().getPort())) {
                assertThat(socket.isConnected()).isTrue();
            }
        }
        assertThat(floor.isAlive()).isFalse();
    }

    private static Outcome execute(String... args) {
        PrintStream before = System.err;
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        System.setErr(new PrintStream(stderr, true, StandardCharsets.UTF_8));
        try {
            int code = Lab.execute(args);
            return new Outcome(code, stderr.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
        } finally {
            System.setErr(before);
        }
    }
}
