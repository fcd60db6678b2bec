package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Before the server ends a TCP connection, a last line says why.
class TcpGoodbyeTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1", "POST /x HTTP/1.0", "OPTIONS * HTTP/2"})
    void aBrowsersRequestIsRefusedAndNothingOfItIsSaid(String requestLine) throws Exception {
        try (TestServer server = TestServer.start();
                RawWebSocket ada = Dialect.member(server.port(), "ada");
                Terminal browser = Terminal.member(server.tcpPort())) {
            browser.send(Wire.ascii(requestLine + "\r\nHost: localhost:8888\r\n\r\n" + "I am ada\n".repeat(50_000)));
            assertThat(browser.linesToTheEnd()).containsExactly(
                    "The server closes this connection: this is a chat, not a web server.");
            browser.finish();
            assertThat(Heard.next(ada, 2)).extracting(Heard::type).containsExactly(Heard.JOINED, Heard.LEFT);
            Dialect.member(server.port(), "bob").close();
            assertThat(Heard.next(ada)).isEqualTo(Heard.joined("bob", 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET well soon", "I like HTTP/1.1", "GET it HTTP/1.1 ", "get / HTTP/1.1",
            "say GET / HTTP/1.1"})
    void whatOnlyLooksLikeOneIsSaid(String text) throws Exception {
        try (TestServer server = TestServer.start(); Terminal terminal = Terminal.member(server.tcpPort())) {
            terminal.say(text);
            assertThat(terminal.line()).isEqualTo(terminal.name() + ": " + text);
        }
    }

    @Test
    void theLimitOfConnectionsCountsBothDoors() throws Exception {
        List<RawConnection> inside = new ArrayList<>();
        try (TestServer server = TestServer.start("--max-connections=3")) {
            inside.add(Terminal.member(server.tcpPort()));
            inside.add(Dialect.member(server.port()));
            inside.add(Terminal.member(server.tcpPort()));
            try (Terminal oneTooMany = Terminal.dial(server.tcpPort())) {
                assertThat(oneTooMany.linesToTheEnd()).singleElement().asString().matches("[A-Z].*full.*[.]");
            }
            HandshakeRequest request = HandshakeRequest.to(server.port(), Dialect.path());
            assertThat(HttpAnswer.to(server.port(), request).status()).isEqualTo(503);
            inside.removeFirst().close();
            inside.add(PlacesTest.patiently(server.port()));
            inside.removeFirst().close();
            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                    .until(() -> inside.add(Terminal.member(server.tcpPort())));
        } finally {
            inside.forEach(RawConnection::close);
        }
    }

    @Test
    void whoSaysNoMoreLeaves() throws Exception {
        try (TestServer server = TestServer.start();
                RawWebSocket ada = Dialect.member(server.port(), "ada");
                Terminal terminal = Terminal.member(server.tcpPort())) {
            terminal.send(Wire.ascii("one\ntwo, without an end"));
            terminal.finish();
            assertThat(Heard.next(ada, 4)).extracting(Heard::line).containsExactly(
                    Heard.joined(terminal.name(), 2).line(), terminal.name() + ": one",
                    terminal.name() + ": two, without an end", Heard.left(terminal.name(), 1).line());
            assertThat(terminal.hasEnded()).isTrue();
        }
    }

    @Test
    void whenTheServerStopsEveryoneIsTold() throws Exception {
        try (TestServer server = TestServer.start("--stop-deadline=20s", "--close-deadline=20s");
                Terminal first = Terminal.member(server.tcpPort());
                Terminal second = Terminal.member(server.tcpPort());
                RawWebSocket ada = Dialect.member(server.port(), "ada")) {
            assertThat(first.lines(2)).allMatch(line -> line.contains(" joined, "));
            Thread stop = Thread.ofVirtual().start(server::close);
            for (Terminal terminal : List.of(first, second)) {
                assertThat(terminal.linesToTheEnd()).last().asString()
                        .isEqualTo("The server closes this connection: the server is stopping.");
                terminal.finish();
            }
            assertThat(ada.closing().code()).isEqualTo(1001);
            ada.finish();
            stop.join();
        }
    }
}
