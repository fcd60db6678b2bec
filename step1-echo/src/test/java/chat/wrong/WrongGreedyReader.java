package chat.wrong;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.function.Consumer;

/// Reads as Undertow does by itself: every frame of what one read has brought, up to 16 KiB of them, before it looks at
/// another socket.
final class WrongGreedyReader extends AbstractReceiveListener {

    private final Consumer<String> hears;

    private WrongGreedyReader(Consumer<String> hears) {
        this.hears = hears;
    }

    /// Starts a server with one I/O thread.
    ///
    /// @param hears is told each text
    static Undertow serve(Consumer<String> hears) {
        Undertow server = Undertow.builder().addHttpListener(0, "127.0.0.1").setIoThreads(1)
                .setHandler(Handlers.websocket((_, channel) -> {
                    channel.getReceiveSetter().set(new WrongGreedyReader(hears));
                    channel.resumeReceives();
                })).build();
        server.start();
        return server;
    }

    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
        hears.accept(message.getData());
    }
}
