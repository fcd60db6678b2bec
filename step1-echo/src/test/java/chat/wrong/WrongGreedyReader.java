package chat.wrong;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.function.Consumer;

/// Reads as Undertow does by itself, one frame after the other as long as there are some: whoever always has more to say
/// keeps the I/O thread.
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
