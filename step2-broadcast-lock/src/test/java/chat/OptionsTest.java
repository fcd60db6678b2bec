package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line, as the process takes it. Every field of `Settings` is an option of its own.
class OptionsTest {

    private static final String MAIN = "chat.ChatServer";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"--port=abc", "--no-such-option=1"})
    void aWrongOptionIsOneSentenceAndExitCode2(String option) throws Exception {
        try (ServerProcess server = run(option)) {
            assertThat(server.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(server.log()).singleElement().asString().contains(option).endsWith(".");
            assertThat(server.out()).isEmpty();
        }
    }

    @Test
    void aPortInUseIsOneSentenceAndExitCode2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                ServerProcess server = run("--host=0.0.0.0", "--port=" + taken.getLocalPort())) {
            assertThat(server.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(server.log()).singleElement().asString().contains("" + taken.getLocalPort()).endsWith(".");
            assertThat(server.out()).isEmpty();
        }
    }

    @Test
    void helpNamesEveryOption() throws Exception {
        try (ServerProcess server = run("--help")) {
            assertThat(server.awaitExit(PATIENCE)).isZero();
            assertThat(server.log()).isEmpty();
            assertThat(String.join("\n", server.out())).contains("--port=8080", "--host=127.0.0.1", "--text-limit=8192",
                    "--file-limit=1048576", "--frames-per-message=1024", "--request-deadline=5s",
                    "--assembly-deadline=10s",
                    "--close-deadline=5s", "--stop-deadline=10s", "--max-connections=10000", "--log=info",
                    "--print-settings", "--help");
        }
    }

    @Test
    void printedSettingsAreOptionsAgain() throws Exception {
        try (ServerProcess server = run("--text-limit=100", "--close-deadline=1500ms", "--print-settings",
                "--log=debug")) {
            assertThat(server.awaitExit(PATIENCE)).isZero();
            assertThat(String.join("\n", server.out())).contains("--text-limit=100", "--close-deadline=1500ms",
                    "--log=debug", "--file-limit=1048576");
        }
    }

    @Test
    void anEmptyPropertyIsNoPort() throws Exception {
        try (ServerProcess server = ServerProcess.start(List.of("-Dport="), MAIN,
                TestServer.onFreePorts("--log=info")).awaitListening()) {
            assertThat(HttpAnswer.to(server.port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n").status()).isEqualTo(200);
        }
    }

    @Test
    void theEnvironmentSetsThePortAndTheOptionBeatsIt() throws Exception {
        Map<String, String> environment = Map.of("PORT", "1234");
        try (ServerProcess one = ServerProcess.start(environment, List.of(), MAIN, "--print-settings");
                ServerProcess two = ServerProcess.start(environment, List.of(), MAIN, "--port=4321",
                        "--print-settings")) {
            assertThat(one.awaitExit(PATIENCE)).isZero();
            assertThat(one.out()).first().asString().contains("--port=1234");
            assertThat(two.awaitExit(PATIENCE)).isZero();
            assertThat(two.out()).first().asString().contains("--port=4321");
        }
    }

    private static ServerProcess run(String... options) throws Exception {
        return ServerProcess.start(List.of(), MAIN, options);
    }
}
