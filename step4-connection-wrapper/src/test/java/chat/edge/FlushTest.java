package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import chat.RawWebSocket;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// An I/O thread that has something to write all the time still reads.
class FlushTest {

    @Test
    void whoeverSaysSomethingIsReadBetweenTwoFlushes() throws Exception {
        assertThat(Neighbours.sentBeforeTheOtherIsRead(Frames::send)).isLessThanOrEqualTo(2);
    }

    @Test
    void whoeverWaitsForItsTurnWaitsOnce() throws Exception {
        BlockingQueue<Told> joined = new LinkedBlockingQueue<>();
        CompletableFuture<Integer> waiting = new CompletableFuture<>();
        try (EdgeServer server = EdgeServer.withOneThread(channel -> {
            joined.add(new Told(channel));
            return joined.element();
        }); RawWebSocket client = RawWebSocket.openAndHeard(server.port(), "/")) {
            WebSocketChannel channel = joined.element().channel();
            channel.getIoThread().execute(() -> {
                CompletableFuture.runAsync(() -> sendAHundred(channel)).join(); // this thread cannot write meanwhile
                waiting.complete(Turns.ofThisThread().waiting());
            });
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            for (int i = 0; i < 100; i++) {
                assertThat(client.read().text()).isEqualTo("frame " + i);
            }
        }
    }

    private static void sendAHundred(WebSocketChannel channel) {
        for (int i = 0; i < 100; i++) {
            Frames.send(channel, Frame.text("frame " + i));
        }
    }
}
