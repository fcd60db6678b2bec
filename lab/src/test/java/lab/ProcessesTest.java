package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the lab asks other processes and their logs.
@Timeout(60)
final class ProcessesTest {
    @TempDir
    private Path project;

    @Test
    void theHeapOfAnotherJvmIsSeenAfterAGarbageCollection() throws Exception {
        try (Servers servers = new Servers(project, project.resolve("work"));
                Heap heap = new Heap(servers.floor(Floor.Way.ECHO))) {
            assertThat(heap.collect()).isBetween(0.1, 100.0);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theMemoryOfAProcessIsReadFromTheSystem() throws Exception {
        assertThat(ProcessMemory.resident(ProcessHandle.current().pid()).orElseThrow()).isGreaterThan(10_000_000);
        assertThat(ProcessMemory.resident(-1)).isEmpty();
    }

    @Test
    void anEndingIsFoundInTheLogByItsPort() {
        String log = """
                2026-11-21T12:00:00.123 INFO [I/O-2] 127.0.0.1:5041 connected
                2026-11-21T12:00:01.123 INFO [I/O-2] cleo at 127.0.0.1:50412 connected
                2026-11-21T12:00:02.123 INFO [I/O-1] bob at 127.0.0.1:50499 disconnected: closed with 1001
                2026-11-21T12:00:03.123 INFO [I/O-2] cleo at 127.0.0.1:50412 disconnected: the peer has gone
                """;

        assertThat(Vanished.isEnded(log, 50412)).isTrue();
        assertThat(Vanished.isEnded(log, 50499)).isTrue();
        assertThat(Vanished.isEnded(log, 5041)).isFalse();
    }

    @Test
    void testClassesThatNobodyHasBuiltAreSaidWithTheCommandThatBuildsThem() throws Exception {
        Path target = Files.createDirectories(project.resolve("step9-x/target"));
        Files.createFile(target.resolve("step9-x.jar"));

        assertThatThrownBy(() -> StepClasses.path(project, "step9-x")).isInstanceOf(MissingJar.class)
                .hasMessageContaining("mvn -pl step9-x package -DskipTests");
    }
}
