package chat;

import chat.edge.Closing;
import chat.edge.Frame;
import chat.edge.Frames;
import chat.edge.GuardedListener;
import chat.edge.Log;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.CompletableFuture;

/// What happens to one frame: it goes back to whoever sent it, unless it says what nobody may say.
///
/// You do not read: you are called, on a thread that serves others too. So nothing here waits. A sender that does not
/// take its echo is not read any further until it does, which is what Go's blocking loop does by itself.
final class SocketListener extends GuardedListener {

    SocketListener(WebSocketChannel channel) {
        super(channel, Log.address(channel.getSourceAddress()));
    }

    @Override
    protected void onFrame(Frame frame) {
        if (frame.type() == Frame.Type.TEXT && frame.text().contains("spam")) {
            Closing.close(channel, CloseMessage.MSG_VIOLATES_POLICY, "no spam here");
            return;
        }
        CompletableFuture<?> echo = Frames.send(channel, frame);
        if (!echo.isDone()) {
            pauseReading("its echo has not left");
            echo.whenComplete((_, _) -> resumeReading());
        }
    }
}
