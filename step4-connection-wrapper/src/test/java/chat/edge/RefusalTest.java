package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import chat.RawWebSocket;
import chat.Wire;
import io.undertow.websockets.core.WebSocketFrameType;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who breaks a rule is told which, whatever else goes on.
class RefusalTest {

    private static final byte[] NO_UTF8 = {(byte) 0xff};
    private static final int NO_KIND = 0x87;

    private final BlockingQueue<Told> joined = new LinkedBlockingQueue<>();
    private EdgeServer server;
    private RawWebSocket client;
    private Told listener;

    @BeforeEach
    void connect() throws Exception {
        server = EdgeServer.withOneThread(channel -> {
            joined.add(new Told(channel));
            return joined.element();
        });
        client = RawWebSocket.openAndHeard(server.port(), "/");
        listener = joined.element();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void evenIfAnotherThreadIsJustAboutToFlush() throws Exception {
        listener.channel().setRequireExplicitFlush(true);
        client.send(Wire.TEXT, NO_UTF8);
        assertThat(client.closing().code()).isEqualTo(1007);
    }

    @Test
    void evenIfAnotherThreadIsInTheMiddleOfASend() throws Exception {
        listener.channel().send(WebSocketFrameType.TEXT);
        client.send(NO_KIND, new byte[1]);
        assertThat(client.closing().code()).isEqualTo(1002);
    }

    /// Without care the system would reset the connection, and 300 echoes would be lost too.
    @Test
    void evenIfMuchOfWhatItSentIsNotRead() throws Exception {
        for (int i = 0; i < 300; i++) {
            client.sendText("echo");
        }
        client.send(Wire.join(Wire.frame(Wire.TEXT, NO_UTF8), new byte[60_000]));
        listener.awaitEnd();
        for (int i = 0; i < 300; i++) {
            assertThat(client.read().text()).isEqualTo("echo");
        }
        assertThat(client.closing().code()).isEqualTo(1007);
    }

    @Test
    void andTheReasonStaysTheFirst() throws Exception {
        client.send(Wire.TEXT, new byte[9_000]);
        assertThat(client.closing().code()).isEqualTo(1009);
        Closing.close(listener.channel(), 1001, "the server is stopping");
        assertThat(((GuardedChannel) listener.channel()).ending().inWords()).startsWith("closed with 1009");
    }
}
