package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the server says about its clients: one line an event, who and why, never what they typed.
class LogTest {

    /// Time, level, thread and text, nothing that steers a terminal.
    static final Pattern LINE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (INFO|DEBUG|ERROR) \\[[^\\]]+\\] [^\\p{Cntrl}]+");

    private static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start("--log=debug", "--text-limit=100", "--max-connections=2");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyEndingIsOneLineThatSaysWhy() throws Exception {
        RawWebSocket polite = newcomer();
        polite.send(Wire.CLOSE, Wire.closing(4321, "good night"));
        assertThat(endOf(polite)).contains("4321", "good night");
        RawWebSocket silent = newcomer();
        silent.finish();
        assertThat(endOf(silent)).contains("lost");
        RawWebSocket amidst = newcomer();
        amidst.send(Wire.header(Wire.TEXT, 50));
        amidst.finish();
        assertThat(endOf(amidst)).contains("lost");
        RawWebSocket reset = newcomer();
        String address = reset.address();
        reset.reset();
        assertThat(endOf(address)).contains("lost");
        RawWebSocket broken = newcomer();
        broken.send(Wire.unmasked(Wire.TEXT, "hi"));
        assertThat(endOf(broken)).contains("1002");
        RawWebSocket tooBig = newcomer();
        tooBig.sendText("x".repeat(101));
        assertThat(endOf(tooBig)).contains("1009");
    }

    @Test
    void connectingIsOneLine() throws Exception {
        assertConnectingIsLogged();
    }

    @Test
    void refusalsAreOneLineWithWhoAndWhy() throws Exception {
        HandshakeRequest good = HandshakeRequest.to(server.port(), Dialect.path());
        refused(good.with("Origin", "http://evil.example"), "403");
        refused(good.method("POST").with("Content-Length", "0"), "405");
        refused(good.without("Upgrade"), "400");
        refused(good.protocol("HTTP/1.0"), "400");
        refused(good.with("Sec-WebSocket-Key", "abc"), "400");
        refused(good.with("Sec-WebSocket-Version", "99"), "426");
        try (RawWebSocket _ = newcomer(); RawWebSocket _ = newcomer()) {
            refused(good, "503");
        }
    }

    @Test
    void framesAreLoggedAsTypeAndSizeAndNeverAsWhatTheySay() throws Exception {
        String forged = "secret\n2026-11-21T12:00:00.123 INFO [I/O-1] forged\u001b[2J";
        try (RawWebSocket client = newcomer()) {
            client.sendText(forged);
            String line = server.awaitLog(each -> each.contains(" DEBUG ") && each.contains(client.address()));
            assertThat(line).contains("TEXT").contains(String.valueOf(forged.length()));
        }
        assertThat(server.log()).noneMatch(line -> line.contains("secret") || line.contains("forged"));
        assertThat(server.log()).allMatch(LINE.asMatchPredicate());
    }

    @Test
    void aReasonCannotForgeALine() throws Exception {
        RawWebSocket client = newcomer();
        client.send(Wire.CLOSE, Wire.closing(1000, "bye\r\n2026-11-21T12:00:00.123 INFO [hub] fake\u001b[2J\u202e"));
        assertThat(endOf(client)).matches(LINE).contains("bye", "fake").doesNotContain("\u202e");
        assertThat(server.log()).noneMatch(line -> line.startsWith("2026-11-21T12:00:00.123 INFO [hub] fake"));
    }

    @Test
    void nobodysMistakeIsAStackTraceOrALibrarysWarning() throws Exception {
        List<String> requests = List.of("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "\r\n\r\n", "\u0016\u0003\u0001",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "GET /ws\r\n\r\n", "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\n" + "X: " + "x".repeat(20_000) + "\r\n\r\n");
        for (String request : requests) {
            try (RawConnection raw = RawConnection.dial(server.port())) {
                raw.send(Wire.ascii(request));
                raw.finish();
                assertThat(raw.hasEnded()).isTrue();
            }
        }
        assertConnectingIsLogged();
        assertThat(server.log()).allMatch(LINE.asMatchPredicate()).noneMatch(line -> line.matches(".*\\bUT\\d{3}.*"));
    }

    @Test
    void withoutDebugSingleFramesAreNotLogged() throws Exception {
        try (ServerProcess quiet = ServerProcess.start(); Dialect talk = Dialect.open(quiet.port())) {
            talk.speaker().sendText("hello");
            assertThat(talk.heard()).isEqualTo("hello");
            assertThat(quiet.log()).noneMatch(line -> line.contains("TEXT") || line.contains("DEBUG"));
            assertThat(quiet.out()).first().asString().isEqualTo("http://127.0.0.1:" + quiet.port() + "/");
        }
    }

    /// A place is free again a moment after someone has left.
    private static RawWebSocket newcomer() throws Exception {
        return PlacesTest.patiently(server.port());
    }

    private static void assertConnectingIsLogged() throws Exception {
        try (RawWebSocket client = newcomer()) {
            assertThat(server.awaitLog(line -> line.endsWith(client.address() + " connected"))).matches(LINE);
        }
    }

    private static void refused(HandshakeRequest request, String status) throws Exception {
        try (RawConnection raw = RawConnection.dial(server.port())) {
            raw.send(request);
            assertThat(raw.answer().status()).isEqualTo(Integer.parseInt(status));
            assertThat(server.awaitLog(line -> line.contains(raw.address() + " refused"))).contains(status)
                    .contains(" INFO ");
        }
    }

    /// The one line that tells of a client's end.
    private static String endOf(RawConnection client) {
        String address = client.address();
        assertThat(client.hasEnded()).isTrue();
        client.close();
        return endOf(address);
    }

    private static String endOf(String address) {
        String end = server.awaitLog(line -> line.contains(address + " disconnected"));
        assertThat(server.log()).filteredOn(line -> line.contains(address + " disconnected")).containsExactly(end);
        return end;
    }
}
