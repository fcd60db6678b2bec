package chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Where the token comes from, and where it never goes.
class PushTokenTest {

    private static final String BODY = "{\"name\":\"ops\",\"message\":\"hi\"}";

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aTokenOfTheEnvironmentCountsAndIsSaidNowhere() throws Exception {
        try (ServerProcess server = start("open sesame")) {
            assertThat(push(server, "wrong secret").status()).isEqualTo(401);
            assertThat(push(server, "open sesame").status()).isEqualTo(200);
            server.terminate();
            server.awaitLog(line -> line.contains("stopping"));
            assertThat(server.out()).hasSize(2).noneMatch(line -> line.contains("sesame"));
            assertThat(server.log()).noneMatch(line -> line.contains("sesame") || line.contains("secret"));
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void anEmptyOneCountsAsNoneAndOneThatIsMadeIsPrintedOnce() throws Exception {
        try (ServerProcess server = start("")) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> server.out().size() >= 3);
            String token = server.out().getLast().replaceAll(".*: ", "");
            assertThat(server.out().getLast()).matches("push token: [0-9a-f]{32}");
            assertThat(push(server, "").status()).isEqualTo(401);
            assertThat(push(server, token).status()).isEqualTo(200);
            server.terminate();
            server.awaitLog(line -> line.contains("stopping"));
            assertThat(server.out()).filteredOn(line -> line.contains(token)).hasSize(1);
            assertThat(server.log()).noneMatch(line -> line.contains(token));
        }
    }

    @Test
    void twoServersMakeTwoTokens() {
        try (PushedServer one = PushedServer.start(); PushedServer other = PushedServer.start()) {
            assertThat(one.token()).isNotEqualTo(other.token());
        }
    }

    @Test
    void onlyTheWholeTokenIsTheToken() {
        PushToken token = new PushToken("open sesame", false);
        assertThat(token.isShownBy("Bearer open sesame")).isTrue();
        for (String wrong : new String[]{"", "null", "Bearer", "Bearer ", "open sesame", "Bearer open sesam",
                "Bearer open sesame ", "Bearer  open sesame", "Bearer Open sesame", "Basic open sesame"}) {
            assertThat(token.isShownBy(wrong)).as(wrong).isFalse();
        }
    }

    /// How long a comparison takes cannot be asserted; which one is used can.
    @Test
    void itIsComparedInConstantTime() throws Exception {
        try (InputStream compiled = PushToken.class.getResourceAsStream("PushToken.class")) {
            assertThat(compiled).isNotNull();
            assertThat(new String(compiled.readAllBytes(), ISO_8859_1)).contains("java/security/MessageDigest",
                    "isEqual");
        }
    }

    private static ServerProcess start(String token) throws Exception {
        return ServerProcess.start(Map.of("PUSH_TOKEN", token), List.of(), "chat.ChatServer",
                TestServer.onFreePorts("--log=debug")).awaitListening();
    }

    private static HttpAnswer push(ServerProcess server, String token) throws Exception {
        return PushedServer.send(server.port(), "POST", PushedServer.header(token), BODY.getBytes(ISO_8859_1));
    }
}
