package chat;

import static chat.Heard.joined;
import static chat.Heard.left;
import static chat.Heard.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// However a connection ends, and through whichever door it came, its leave is announced once, with the right count,
/// at both doors.
class EndingsTest {

    private final TestServer server = TestServer.start("--close-deadline=300ms");
    private RawWebSocket ada;
    private Terminal terminal;

    @BeforeEach
    void twoCome() throws Exception {
        ada = Dialect.member(server.port(), "ada");
        terminal = Terminal.member(server.tcpPort());
        assertThat(Heard.next(ada)).isEqualTo(joined(terminal.name(), 2));
    }

    @AfterEach
    void stop() {
        ada.close();
        terminal.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aWebSocketLeavesOnce(Ending ending) throws Exception {
        try (RawWebSocket client = Dialect.member(server.port(), "bob")) {
            bothHear(joined("bob", 3));
            ending.begin(client);
            bothHear(left("bob", 2));
        }
        nobodyElseHasLeft();
    }

    @ParameterizedTest
    @EnumSource
    void aTerminalLeavesOnce(TcpEnding ending) throws Exception {
        try (Terminal client = Terminal.member(server.tcpPort())) {
            bothHear(joined(client.name(), 3));
            String name = client.name();
            ending.begin(client);
            if (ending == TcpEnding.FIN_AMID_A_LINE) {
                bothHear(said(name, "half a li"));
            }
            bothHear(left(name, 2));
        }
        nobodyElseHasLeft();
    }

    @Test
    void aReceiverThatDiesAmidTheTalkLeavesOnce() throws Exception {
        try (RawWebSocket bob = Dialect.member(server.port(), "bob");
                Terminal another = Terminal.member(server.tcpPort())) {
            bothHear(joined("bob", 3), joined(another.name(), 4));
            int leaves = 0;
            for (int i = 0; i < 1000; i++) {
                if (i == 100) {
                    bob.reset();
                    another.reset();
                }
                ada.sendText("message " + i);
                Heard news = Heard.next(ada);
                for (; news.type() == Heard.LEFT; news = Heard.next(ada)) {
                    assertThat(news.name()).isIn("bob", another.name());
                    leaves++;
                }
                assertThat(news).isEqualTo(said("ada", "message " + i));
            }
            for (; leaves < 2; leaves++) {
                assertThat(Heard.next(ada).type()).isEqualTo(Heard.LEFT);
            }
        }
        for (int i = 0; i < 1002; i++) {
            terminal.line();
        }
        nobodyElseHasLeft();
    }

    /// Whoever comes next is the third.
    private void nobodyElseHasLeft() throws Exception {
        try (RawWebSocket _ = Dialect.member(server.port(), "carol")) {
            bothHear(joined("carol", 3));
        }
        bothHear(left("carol", 2));
    }

    private void bothHear(Heard... news) throws Exception {
        for (Heard each : news) {
            assertThat(Heard.next(ada)).isEqualTo(each);
            assertThat(terminal.line()).isEqualTo(each.line());
        }
    }
}
