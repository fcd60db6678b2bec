package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The TCP door as only a process shows it: its address, its log, its end.
class TcpProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void stdoutSaysWhereBothDoorsAreAndNothingElse() throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            int tcpPort = Terminal.port(server);
            Terminal.member(tcpPort).close();
            assertThat(server.out()).containsExactly("http://127.0.0.1:" + server.port() + "/",
                    "tcp://127.0.0.1:" + tcpPort);
        }
    }

    @Test
    void aPortInUseIsOneSentenceAndExitCode2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess second = ServerProcess.start(List.of(), "chat.ChatServer", "--port=0",
                        "--tcp-port=" + taken.getLocalPort())) {
            assertThat(second.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(second.out()).isEmpty();
            assertThat(second.log()).singleElement().asString().startsWith("Cannot listen on 127.0.0.1:")
                    .contains(String.valueOf(taken.getLocalPort())).endsWith(".");
        }
    }

    @Test
    void comingAndGoingAreOneLineEachAndWhatIsSaidIsNotLogged() throws Exception {
        try (ServerProcess server = ServerProcess.start("--text-limit=100", "--max-connections=3")) {
            Terminal loud = Terminal.member(Terminal.port(server));
            Terminal quiet = Terminal.member(Terminal.port(server));
            Terminal browser = Terminal.member(Terminal.port(server));
            try (Terminal refused = Terminal.dial(Terminal.port(server))) {
                assertThat(refused.linesToTheEnd()).hasSize(1);
                assertThat(server.awaitLog(line -> line.contains(refused.name() + " refused"))).contains("full");
            }
            loud.say("secret\u001b[2J");
            loud.say("secret".repeat(100));
            assertThat(quiet.lines(2)).last().asString().endsWith(": secret [2J");
            assertThat(loud.lines(4)).anyMatch(line -> line.contains("100 bytes"));
            browser.say("GET / HTTP/1.1");
            assertThat(endOf(server, browser)).contains("1002", "this is a chat");
            assertThat(endOf(server, loud)).contains("closed by the peer");
            assertThat(endOf(server, quiet)).contains("closed by the peer");
            assertThat(server.log()).noneMatch(line -> line.contains("secret"))
                    .allMatch(LogTest.LINE.asMatchPredicate());
        }
    }

    private static String endOf(ServerProcess server, Terminal terminal) throws Exception {
        terminal.finish();
        assertThat(terminal.hasEnded()).isTrue();
        terminal.close();
        String name = terminal.name();
        assertThat(server.awaitLog(line -> line.contains(name + " connected"))).contains(" INFO ");
        String end = server.awaitLog(line -> line.contains(name + " disconnected"));
        assertThat(server.log()).filteredOn(line -> line.contains(name + " disconnected")).containsExactly(end);
        return end;
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onSigtermEveryTerminalIsToldEvenIfOneDoesNotListen() throws Exception {
        List<Terminal> terminals = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start("--close-deadline=1s", "--stop-deadline=20s",
                "--outbox-bytes=100000000")) {
            Terminal stalled = Terminal.member(Terminal.port(server), 4096);
            fill(server);
            for (int i = 0; i < 20; i++) {
                terminals.add(Terminal.member(Terminal.port(server)));
            }
            server.terminate();
            for (Terminal terminal : terminals) {
                assertThat(terminal.linesToTheEnd()).last()
                        .isEqualTo("The server closes this connection: the server is stopping.");
                terminal.finish();
            }
            assertThat(server.awaitExit(PATIENCE)).isIn(0, 143);
            assertThat(stalled.hasEnded()).isTrue();
            stalled.close();
        } finally {
            terminals.forEach(Terminal::close);
        }
    }

    /// More lines than the system's buffers hold for somebody who does not read: names of files can be long.
    private static void fill(ServerProcess server) throws Exception {
        byte[] longName = Wire.join(Wire.bytes(0xFF, 0xFF), Wire.ascii("x".repeat(0xFFFF)));
        try (RawWebSocket speaker = Dialect.member(server.port(), "speaker")) {
            for (int i = 0; i < 80; i++) {
                speaker.send(Wire.BINARY, longName);
            }
            speaker.sendText("that was all");
            assertThat(Heard.next(speaker)).isEqualTo(Heard.said("speaker", "that was all"));
        }
    }
}
