package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What somebody outside tells the room, and who hears it.
class PushTest {

    private static final int PUSHED = 5;

    private final PushedServer server = PushedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everybodyHearsItAtBothDoors() throws Exception {
        try (Terminal cyd = Terminal.member(server.tcpPort());
                RawWebSocket ada = Dialect.member(server.port(), "ada");
                RawWebSocket bob = Dialect.member(server.port(), "bob")) {
            HttpAnswer answer = server.push("ops", "deploy at five");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(delivered(answer)).isEqualTo(3);
            Heard pushed = new Heard(PUSHED, "ops", "deploy at five");
            assertThat(Heard.next(ada, 2)).containsExactly(Heard.joined("bob", 3), pushed);
            assertThat(Heard.next(bob)).isEqualTo(pushed);
            assertThat(cyd.lines(3).getLast()).isEqualTo("[ops] deploy at five");
        }
    }

    @Test
    void nobodyHearsItInAnEmptyRoom() throws Exception {
        assertThat(delivered(server.push("ops", "anybody?"))).isZero();
    }

    @Test
    void onlyThoseCountWhoseOutboxTookIt() throws Exception {
        try (PushedServer small = PushedServer.start("--outbox-bytes=1000000", "--close-deadline=100ms");
                RawWebSocket ada = Dialect.member(small.port(), "ada");
                RawWebSocket full = RawWebSocket.open(small.port(), Dialect.path("full"), 4096)) {
            assertThat(Heard.next(ada)).isEqualTo(Heard.joined("full", 2));
            assertThat(Heard.next(full)).isEqualTo(Heard.joined("full", 2));
            ada.send(Wire.BINARY, Dialect.file(900_000));
            int delivered = 2;
            for (int i = 0; delivered == 2; i++) {
                String text = i + "x".repeat(7000);
                delivered = delivered(small.push("ops", text));
                assertThat(Heard.next(ada)).isEqualTo(new Heard(PUSHED, "ops", text));
            }
            assertThat(delivered).isEqualTo(1);
            assertThat(Heard.next(ada)).isEqualTo(Heard.left("full", 1));
        }
    }

    private static int delivered(HttpAnswer answer) {
        assertThat(answer.body().strip()).matches("\\{\\s*\"delivered\"\\s*:\\s*\\d+\\s*}");
        return Integer.parseInt(answer.body().replaceAll("\\D", "")) - Doorkeeper.count();
    }

    @Test
    void itComesInOrderWithTheTalk() throws Exception {
        try (RawWebSocket ada = Dialect.member(server.port(), "ada");
                RawWebSocket bob = Dialect.member(server.port(), "bob")) {
            assertThat(Heard.next(ada)).isEqualTo(Heard.joined("bob", 2));
            Waiting<Boolean> talk = Waiting.begin(() -> {
                for (int i = 0; i < 50; i++) {
                    ada.sendText("talk " + i);
                }
            });
            List<Heard> pushed = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                assertThat(server.push("ops", "push " + i).status()).isEqualTo(200);
                pushed.add(new Heard(PUSHED, "ops", "push " + i));
            }
            talk.returns();
            List<Heard> all = Heard.next(ada, 100);
            assertThat(Heard.next(bob, 100)).isEqualTo(all);
            assertThat(all).filteredOn(heard -> heard.type() == PUSHED).isEqualTo(pushed);
        }
    }

    @Test
    void itIsDeliveredAsTypedAndUnderAnyName() throws Exception {
        try (RawWebSocket ada = Dialect.member(server.port(), "ada");
                Terminal cyd = Terminal.member(server.tcpPort())) {
            assertThat(Heard.next(ada).type()).isEqualTo(Heard.JOINED);
            assertThat(server.push(" ada ", "Grüße, 世界 👋\\n\\u001b[31m").status()).isEqualTo(200);
            assertThat(Heard.next(ada)).isEqualTo(new Heard(PUSHED, "ada", "Grüße, 世界 👋\n\u001b[31m"));
            assertThat(cyd.line()).isEqualTo("[ada] Grüße, 世界 👋  [31m");
        }
    }

    @Test
    void halfACharacterHarmsNobody() throws Exception {
        try (RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            assertThat(server.push("ops", "\\ud83d").status()).isEqualTo(200);
            assertThat(Heard.next(ada).type()).isEqualTo(PUSHED);
            ada.sendText("still here");
            assertThat(Heard.next(ada)).isEqualTo(Heard.said("ada", "still here"));
        }
    }

    @Test
    void unknownKeysAndContentTypesDoNotMatter() throws Exception {
        String body = "{\"at\":[1,{\"x\":null}],\"message\":\"hi\",\"name\":\"ops\"}";
        assertThat(server.send("POST", "Content-Type: image/png\r\n" + server.token(), body).status()).isEqualTo(200);
        assertThat(server.send("POST", server.token(), "\n " + body + " \n").status()).isEqualTo(200);
    }

    @Test
    void theNameIsStrippedAndHasItsFullLength() throws Exception {
        assertThat(server.push(" " + "é".repeat(24) + " ", "hi").status()).isEqualTo(200);
        assertThat(server.push("é".repeat(25), "hi").status()).isEqualTo(400);
    }
}
