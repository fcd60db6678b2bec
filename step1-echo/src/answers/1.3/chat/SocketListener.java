package chat;

import chat.edge.Frame;
import chat.edge.Frames;
import chat.edge.GuardedListener;
import chat.edge.Log;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.CompletableFuture;

/// What happens to one frame: it goes back to whoever sent it, a text with its number.
///
/// You do not read: you are called, on a thread that serves others too. So nothing here waits. A sender that does not
/// take its echo is not read any further until it does, which is what Go's blocking loop does by itself.
final class SocketListener extends GuardedListener {

    /// Messages until now; I/O thread only, so it needs no lock.
    private int count;

    SocketListener(WebSocketChannel channel) {
        super(channel, Log.address(channel.getSourceAddress()));
    }

    @Override
    protected void onFrame(Frame frame) {
        count++;
        CompletableFuture<?> echo = Frames.send(channel, switch (frame.type()) {
            case TEXT -> Frame.text(count + ": " + frame.text());
            case BINARY -> frame;
        });
        if (!echo.isDone()) {
            pauseReading("its echo has not left");
            echo.whenComplete((_, _) -> resumeReading());
        }
    }
}
