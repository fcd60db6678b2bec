package chat;

import chat.edge.Frame;
import chat.edge.Frames;
import chat.edge.GuardedListener;
import chat.edge.Log;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.TimeUnit;

/// What happens to one frame: it goes back to whoever sent it, as it came, one second later.
///
/// You do not read: you are called, on a thread that serves others too. So nothing here waits. A sender that does not
/// take its echo is not read any further until it does, which is what Go's blocking loop does by itself.
final class SocketListener extends GuardedListener {

    SocketListener(WebSocketChannel channel) {
        super(channel, Log.address(channel.getSourceAddress()));
    }

    @Override
    protected void onFrame(Frame frame) {
        pauseReading("its echo waits for a second");
        channel.getIoThread().executeAfter(
                () -> Frames.send(channel, frame).whenComplete((_, _) -> resumeReading()), 1, TimeUnit.SECONDS);
    }
}
