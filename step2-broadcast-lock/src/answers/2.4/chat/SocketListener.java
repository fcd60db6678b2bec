package chat;

import chat.edge.Closing;
import chat.edge.Frame;
import chat.edge.GuardedListener;
import chat.edge.Log;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.List;

/// What happens to one frame: it goes to everyone else. A text gets the sender's address in front; a file stays as it
/// is, behind a line that says whose it is.
///
/// You do not read: you are called, on a thread that serves others too. So nothing here waits, neither for the lock's
/// owner (nobody keeps it for long) nor for a receiver (what it does not take is queued).
final class SocketListener extends GuardedListener {

    private final Room room;
    private final String who;

    SocketListener(WebSocketChannel channel, Room room) {
        super(channel, Log.address(channel.getSourceAddress()));
        this.room = room;
        this.who = Log.address(channel.getSourceAddress());
    }

    @Override
    protected void onFrame(Frame frame) {
        try {
            room.tellOthers(channel, switch (frame.type()) {
                case TEXT -> List.of(Frame.text(who + ": " + frame.text()));
                case BINARY -> List.of(Frame.text(who + " sends " + FileFrame.of(frame).name()), frame);
            });
        } catch (FileFrame.Malformed noFile) {
            Closing.close(channel, CloseMessage.MSG_VIOLATES_POLICY, noFile.reason());
        }
    }

    @Override
    protected void onClosed() {
        room.leave(channel);
    }
}
