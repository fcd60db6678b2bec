package chat;

import chat.edge.Closing;
import chat.edge.Frame;
import chat.edge.Frames;
import chat.edge.GuardedListener;
import chat.edge.Log;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;

/// What happens to one frame: it goes to everyone else, as it came. A binary one must be a file. The text `/count` is
/// for the server, which answers the asker alone.
///
/// You do not read: you are called, on a thread that serves others too. So nothing here waits, neither for the lock's
/// owner (nobody keeps it for long) nor for a receiver (what it does not take is queued).
final class SocketListener extends GuardedListener {

    private final Room room;

    SocketListener(WebSocketChannel channel, Room room) {
        super(channel, Log.address(channel.getSourceAddress()));
        this.room = room;
    }

    @Override
    protected void onFrame(Frame frame) {
        if (frame.type() == Frame.Type.TEXT && frame.text().equals("/count")) {
            Frames.send(channel, Frame.text(room.size() + " here"));
            return;
        }
        try {
            if (frame.type() == Frame.Type.BINARY) {
                FileFrame.of(frame);
            }
            room.tellOthers(channel, frame);
        } catch (FileFrame.Malformed noFile) {
            Closing.close(channel, CloseMessage.MSG_VIOLATES_POLICY, noFile.reason());
        }
    }

    @Override
    protected void onClosed() {
        room.leave(channel);
    }
}
