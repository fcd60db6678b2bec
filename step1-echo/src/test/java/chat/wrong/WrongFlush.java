package chat.wrong;

import chat.edge.Frame;
import chat.edge.Frames;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.CompletableFuture;

/// Hands each frame to the I/O thread as a task, as Undertow itself does. An I/O thread looks at its sockets only when
/// it has no task left: while somebody talks without a pause, nobody is read.
final class WrongFlush {

    private WrongFlush() {}

    static CompletableFuture<?> send(WebSocketChannel channel, Frame frame) {
        return CompletableFuture.runAsync(() -> Frames.send(channel, frame), channel.getIoThread());
    }
}
