package chat;

import static chat.Heard.joined;
import static chat.Heard.left;
import static chat.Heard.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A name belongs to one at a time: from the moment its join is announced until its leave is.
class NameTakenTest {

    private static final int NEWCOMERS = 50;

    private final TestServer server = TestServer.start("--close-deadline=500ms");
    private RawWebSocket ada;

    @BeforeEach
    void adaComes() throws Exception {
        ada = Dialect.member(server.port(), "ada");
    }

    @AfterEach
    void stop() {
        ada.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", " ada "})
    void theSecondIsClosedWith4001AndTheFirstIsUndisturbed(String name) throws Exception {
        try (RawWebSocket second = RawWebSocket.open(server.port(), Dialect.path(name))) {
            second.sendText("it is me");
            second.send(Wire.BINARY, Dialect.file(10));
            RawWebSocket.Close close = RawWebSocket.closeOf(second.read());
            assertThat(close).isEqualTo(new RawWebSocket.Close(4001, "that name is taken"));
            assertThat(second.hasEnded()).as("cut off by the close deadline").isTrue();
        }
        try (RawWebSocket bob = Dialect.member(server.port(), "bob")) {
            ada.sendText("who was that?");
            assertThat(Heard.next(bob)).isEqualTo(said("ada", "who was that?"));
            assertThat(Heard.next(ada, 2)).containsExactly(joined("bob", 2), said("ada", "who was that?"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "ada1", "a da", "ａｄａ", "ada\u200b"})
    void namesAreComparedExactly(String name) throws Exception {
        try (RawWebSocket _ = Dialect.member(server.port(), name)) {
            assertThat(Heard.next(ada)).isEqualTo(joined(name, 2));
        }
    }

    @Test
    void aNameIsFreeAgainOnceItsLeaveHasBeenAnnounced() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (RawWebSocket bob = Dialect.member(server.port(), "bob")) {
                assertThat(Heard.next(ada)).isEqualTo(joined("bob", 2));
                end(bob, i);
            }
            assertThat(Heard.next(ada)).isEqualTo(left("bob", 1));
        }
    }

    private static void end(RawWebSocket client, int kind) throws IOException {
        switch (kind % 3) {
            case 0 -> client.reset();
            case 1 -> client.finish();
            default -> client.sendClose(1000);
        }
    }

    @Test
    void ofFiftyNewcomersWithOneNameExactlyOneGetsIn() throws Exception {
        Queue<RawWebSocket> in = new ConcurrentLinkedQueue<>();
        Queue<RawWebSocket> out = new ConcurrentLinkedQueue<>();
        List<AtOnce.Task> newcomers = IntStream.range(0, NEWCOMERS).<AtOnce.Task>mapToObj(i -> () -> {
            RawWebSocket newcomer = RawWebSocket.open(server.port(), Dialect.path("bob"));
            RawWebSocket.Received first = newcomer.read();
            if (first.first() == Wire.TEXT) {
                assertThat(Heard.of(first)).isEqualTo(joined("bob", 2));
                in.add(newcomer);
            } else {
                assertThat(RawWebSocket.closeOf(first).code()).isEqualTo(4001);
                out.add(newcomer);
            }
        }).toList();
        try {
            assertThat(AtOnce.run(newcomers)).isEmpty();
            assertThat(in).hasSize(1);
            assertThat(out).hasSize(NEWCOMERS - 1);
            out.forEach(RawWebSocket::close);
            in.element().sendText("I won");
            assertThat(Heard.next(ada, 2)).containsExactly(joined("bob", 2), said("bob", "I won"));
        } finally {
            in.forEach(RawWebSocket::close);
            out.forEach(RawWebSocket::close);
        }
    }
}
