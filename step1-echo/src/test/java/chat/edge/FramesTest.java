package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.RawWebSocket;
import chat.Wire;
import io.undertow.websockets.core.WebSocketChannel;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sending without Undertow's traps.
class FramesTest {

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

    @Test
    void oneFrameForManyIsTheSameForAll() throws Exception {
        Frame frame = Frame.text("the same for everyone");
        Frame file = Frame.binary(ByteBuffer.wrap(new byte[]{1, 2, 3}));
        List<RawWebSocket> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(open());
        }
        for (int i = 0; i < 5; i++) {
            WebSocketChannel channel = listeners.take().channel();
            Frames.send(channel, frame);
            Frames.send(channel, file);
        }
        for (RawWebSocket client : clients) {
            assertThat(client.read().text()).isEqualTo("the same for everyone");
            assertThat(client.read().bytes()).containsExactly(1, 2, 3);
            client.close();
        }
        assertThat(frame.text()).isEqualTo("the same for everyone");
    }

    @Test
    void severalFramesKeepTheirOrderAndPingsAreAnsweredAfterwards() throws Exception {
        try (RawWebSocket client = open()) {
            WebSocketChannel channel = listeners.take().channel();
            List<Frame> frames = IntStream.range(0, 100).mapToObj(i -> Frame.text("frame " + i)).toList();
            CompletableFuture<?> sent = Frames.send(channel, frames);
            for (int i = 0; i < 100; i++) {
                assertThat(client.read().text()).isEqualTo("frame " + i);
            }
            sent.get(10, TimeUnit.SECONDS);
            client.send(Wire.PING, new byte[]{42});
            assertThat(client.read().first()).isEqualTo(Wire.PONG);
            client.sendClose(1000);
            assertThat(client.closing().code()).isEqualTo(1000);
        }
    }

    @Test
    void twoThreadsMaySendToOneClient() throws Exception {
        try (RawWebSocket client = open()) {
            WebSocketChannel channel = listeners.take().channel();
            for (String name : List.of("ada", "bob")) {
                Thread.startVirtualThread(() -> IntStream.range(0, 1000)
                        .forEach(i -> Frames.send(channel, Frame.text(name + " " + i))));
            }
            List<String> heard = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                heard.add(client.read().text());
            }
            for (String name : List.of("ada", "bob")) {
                assertThat(heard).filteredOn(text -> text.startsWith(name))
                        .containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(i -> name + " " + i).toList());
            }
        }
    }

    @Test
    void aPingIsSentAndItsPongIsTold() throws Exception {
        try (RawWebSocket client = open()) {
            Told listener = listeners.take();
            Frames.ping(listener.channel());
            assertThat(client.read().first()).isEqualTo(Wire.PING);
            assertThat(listener.pongs).isEmpty();
            client.send(Wire.PONG, new byte[0]);
            assertThat(listener.pongs.poll(10, TimeUnit.SECONDS)).contains("I/O");
        }
    }

    @Test
    void whatIsWrittenIsCountedAndWhatWaitsIsNot() throws Exception {
        byte[] file = new byte[1_000_000];
        try (RawWebSocket client = RawWebSocket.open(server.port(), "/", 4096)) {
            WebSocketChannel channel = listeners.take().channel();
            long before = Frames.written(channel);
            Frames.send(channel, Frame.text("hello")).get(10, TimeUnit.SECONDS);
            assertThat(Frames.written(channel) - before).isEqualTo(2 + "hello".length());
            CompletableFuture<?> sent = Frames.send(channel,
                    Collections.nCopies(12, Frame.binary(ByteBuffer.wrap(file))));
            assertThat(Frames.written(channel) - before).isLessThan(12L * file.length);
            assertThat(client.read().text()).isEqualTo("hello");
            for (int i = 0; i < 12; i++) {
                assertThat(client.read().bytes()).isEqualTo(file);
            }
            sent.get(10, TimeUnit.SECONDS);
            assertThat(Frames.written(channel) - before).isGreaterThan(12L * file.length);
        }
    }

    @Test
    void aPeerIsStuckWhileTheSystemTakesNoMoreForIt() throws Exception {
        try (RawWebSocket client = RawWebSocket.open(server.port(), "/", 4096)) {
            WebSocketChannel channel = listeners.take().channel();
            List<CompletableFuture<?>> sent = new ArrayList<>();
            do {
                sent.add(Frames.send(channel, Frame.binary(ByteBuffer.allocate(50_000))));
                Awaitility.await().pollInterval(Duration.ofMillis(1))
                        .until(() -> sent.getLast().isDone() || Frames.isStuck(channel));
            } while (sent.getLast().isDone());
            for (int i = 0; i < sent.size(); i++) {
                client.read();
            }
            sent.getLast().get(10, TimeUnit.SECONDS);
            assertThat(Frames.isStuck(channel)).isFalse();
        }
    }

    @Test
    void sendingToSomeoneWhoHasGoneFailsAndThrowsNothing() throws Exception {
        try (RawWebSocket client = open()) {
            client.reset();
        }
        Told gone = listeners.take();
        gone.awaitEnd();
        CompletableFuture<?> sent = Frames.send(gone.channel(), Frame.text("hello?"));
        assertThatThrownBy(() -> sent.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        CompletableFuture<?> several = Frames.send(gone.channel(),
                List.of(Frame.text("hello?"), Frame.text("anybody?")));
        assertThatThrownBy(() -> several.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    private RawWebSocket open() throws Exception {
        return RawWebSocket.open(server.port(), "/");
    }
}
