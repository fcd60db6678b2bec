package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two send as fast as they can, to a server with little memory, where the hub's inbox and everyone's own hold one thing.
class FloodTest {

    private static final List<String> SMALL = List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError");
    private static final int MESSAGES = 6_000;

    private final Map<String, Integer> heard = new HashMap<>();
    private ServerProcess server;

    @BeforeEach
    void start() throws IOException {
        server = ServerProcess.start(SMALL, "chat.ChatServer", TestServer.onFreePorts("--hub-inbox-events=1",
                "--inbox-messages=1", "--outbox-messages=100000", "--outbox-bytes=20000000")).awaitListening();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void othersTalkMeanwhileNothingIsLostAndThePauseIsToldAtMostOnceASecond() throws Exception {
        try (RawWebSocket calm = Dialect.member(server.port(), "calm");
                RawWebSocket ada = Dialect.member(server.port(), "ada");
                RawWebSocket bob = Dialect.member(server.port(), "bob")) {
            for (RawWebSocket flooder : List.of(ada, bob)) {
                Thread.ofVirtual().start(flooder::hasEnded);
                new Flood(flooder, MESSAGES, i -> Wire.frame(Wire.TEXT, String.valueOf(i))).andThen(flooder::finish);
            }
            for (int i = 0; heard.getOrDefault("ada left", 0) + heard.getOrDefault("bob left", 0) < 2; i++) {
                calm.sendText(String.valueOf(i));
                while (note(Heard.of(calm.read())) != i) {
                    // what the flooders say
                }
            }
            assertThat(heard).containsEntry("ada", MESSAGES).containsEntry("bob", MESSAGES);
            System.out.println("said meanwhile: " + heard.get("calm"));
        }
        assertPausesWereTold("ada");
        assertPausesWereTold("bob");
    }

    /// Each says number after number, and nothing once it has left.
    ///
    /// @return the number if it is calm's own, else -1
    private int note(Heard next) {
        switch (next.type()) {
            case Heard.SAID -> {
                assertThat(next.message()).isEqualTo(String.valueOf(heard.getOrDefault(next.name(), 0)));
                assertThat(heard).doesNotContainKey(next.name() + " left");
                heard.merge(next.name(), 1, Integer::sum);
            }
            case Heard.LEFT -> heard.put(next.name() + " left", 1);
            default -> assertThat(next.type()).isEqualTo(Heard.JOINED);
        }
        return next.name().equals("calm") && next.type() == Heard.SAID ? Integer.parseInt(next.message()) : -1;
    }

    private void assertPausesWereTold(String flooder) {
        server.awaitLog(line -> line.endsWith(flooder + ": reading paused, inbox full"));
        server.awaitLog(line -> line.endsWith(flooder + ": reading resumed"));
        List<LocalDateTime> pauses = server.log().stream().filter(line -> line.contains(flooder + ": reading paused"))
                .map(line -> LocalDateTime.parse(line.substring(0, line.indexOf(' ')))).toList();
        for (int i = 1; i < pauses.size(); i++) {
            assertThat(Duration.between(pauses.get(i - 1), pauses.get(i))).isGreaterThan(Duration.ofMillis(500));
        }
    }
}
