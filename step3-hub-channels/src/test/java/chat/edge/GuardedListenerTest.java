package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.RawWebSocket;
import chat.Wire;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the edge does around a listener, whatever that listener does.
class GuardedListenerTest {

    private static final String LONG = "because ".repeat(20) + "é".repeat(100);

    private final BlockingQueue<Told> listeners = new LinkedBlockingQueue<>();
    private final EdgeServer server = EdgeServer.start(0, this::listener);

    @AfterEach
    void stop() {
        server.close();
    }

    private GuardedListener listener(WebSocketChannel channel) {
        Told listener = new Told(channel);
        listeners.add(listener);
        return listener;
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw an exception", "throw an error"})
    void aListenerThatThrowsEndsItsConnectionWith1011AndNoOther(String order) throws Exception {
        try (RawWebSocket other = open(); RawWebSocket client = open()) {
            client.sendText(order);
            RawWebSocket.Close close = client.closing();
            assertThat(close.code()).isEqualTo(1011);
            assertThat(close.reason()).isNotBlank().doesNotContain("our bug");
            client.sendClose(1011);
            assertThat(client.hasEnded()).isTrue();
            other.sendText("echo");
            assertThat(other.read().text()).isEqualTo("echo");
        }
    }

    @Test
    void aListenerThatCannotBeMadeIs1011() throws Exception {
        try (EdgeServer broken = EdgeServer.start(0, _ -> {
            throw new IllegalStateException("our bug");
        }); RawWebSocket client = RawWebSocket.open(broken.port(), "/")) {
            assertThat(client.closing().code()).isEqualTo(1011);
        }
    }

    @Test
    void aLongReasonIsCutAndTheFrameIsLegal() throws Exception {
        try (RawWebSocket client = open()) {
            client.sendText("close");
            RawWebSocket.Close close = client.closing();
            assertThat(close.code()).isEqualTo(4001);
            assertThat(LONG).startsWith(close.reason());
            assertThat(close.reason()).hasSizeGreaterThan(60).doesNotContain("\ufffd");
        }
    }

    @Test
    void whatArrivesAfterOurCloseIsNotDelivered() throws Exception {
        try (RawWebSocket client = open()) {
            client.send(Wire.join(Wire.frame(Wire.TEXT, "close"), Wire.frame(Wire.TEXT, "too late")));
            assertThat(client.closing().code()).isEqualTo(4001);
            client.send(
                    Wire.join(Wire.frame(Wire.TEXT, "far too late"), Wire.frame(Wire.CLOSE, "")));
            assertThat(client.hasEnded()).isTrue();
        }
        Told listener = listeners.take();
        listener.awaitEnd();
        assertThat(listener.heard).extracting(Frame::text).containsExactly("close");
    }

    @Test
    void theFirstCloseWins() throws Exception {
        try (RawWebSocket client = open()) {
            Told listener = listeners.take();
            Closing.close(listener.channel(), 4001, "the first");
            Closing.close(listener.channel(), 4002, "the second");
            assertThat(client.closing()).isEqualTo(new RawWebSocket.Close(4001, "the first"));
            assertThat(client.hasEnded()).as("it ends although we never answer").isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1012, 1015, 2999, 5000})
    void aCodeNobodyMaySendIsOurOwnBug(int code) throws Exception {
        try (RawWebSocket client = open()) {
            Told listener = listeners.take();
            assertThatThrownBy(() -> Closing.close(listener.channel(), code, ""))
                    .isInstanceOf(IllegalArgumentException.class);
            client.sendText("echo");
            assertThat(client.read().text()).isEqualTo("echo");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close frame", "FIN", "RST", "broken frame", "too big", "our close", "bug",
            "FIN in a frame"})
    void everyEndIsToldExactlyOnce(String end) throws Exception {
        try (RawWebSocket client = open()) {
            switch (end) {
                case "close frame" -> client.sendClose(1000);
                case "FIN" -> client.finish();
                case "RST" -> client.reset();
                case "broken frame" -> client.send(0x83, new byte[1]);
                case "too big" -> client.sendText("x".repeat(8193));
                case "our close" -> client.sendText("close");
                case "bug" -> client.sendText("throw an error");
                default -> client.send(Wire.header(Wire.TEXT, 10));
            }
        }
        Told listener = listeners.take();
        listener.awaitEnd();
        server.close();
        assertThat(listener.ends).as("ends told beyond the first").isEmpty();
    }

    @Test
    void whileReadingIsPausedNothingIsDeliveredAndACloseStillEndsIt() throws Exception {
        try (RawWebSocket client = open()) {
            client.send(Wire.join(Wire.frame(Wire.TEXT, "pause"), Wire.frame(Wire.TEXT, "later")));
            Told listener = listeners.take();
            assertThat(listener.heard.poll(10, TimeUnit.SECONDS)).extracting(Frame::text).isEqualTo("pause");
            assertThat(listener.heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
            listener.channel().getIoThread().execute(listener::resumeReading);
            assertThat(listener.heard.poll(10, TimeUnit.SECONDS)).extracting(Frame::text).isEqualTo("later");
            client.sendText("pause");
            assertThat(listener.heard.poll(10, TimeUnit.SECONDS)).extracting(Frame::text).isEqualTo("pause");
            Closing.close(listener.channel(), 1008, "enough");
            assertThat(client.closing().code()).isEqualTo(1008);
            assertThat(client.hasEnded()).isTrue();
        }
    }

    private RawWebSocket open() throws Exception {
        return RawWebSocket.open(server.port(), "/");
    }
}
