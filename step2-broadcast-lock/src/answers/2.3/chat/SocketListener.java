package chat;

import chat.edge.Closing;
import chat.edge.Frame;
import chat.edge.GuardedListener;
import chat.edge.Log;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.List;
import java.util.Locale;

/// What happens to one frame: it goes to everyone else, as it came. A binary one must be a file
/// whose name ends as we want it.
///
/// You do not read: you are called, on a thread that serves others too. So nothing here waits, neither for the lock's
/// owner (nobody keeps it for long) nor for a receiver (what it does not take is queued).
final class SocketListener extends GuardedListener {

    private static final List<String> WANTED = List.of(".png", ".jpg", ".txt");

    private final Room room;

    SocketListener(WebSocketChannel channel, Room room) {
        super(channel, Log.address(channel.getSourceAddress()));
        this.room = room;
    }

    @Override
    protected void onFrame(Frame frame) {
        try {
            if (frame.type() == Frame.Type.BINARY) {
                requireWanted(FileFrame.of(frame).name().toLowerCase(Locale.ROOT));
            }
            room.tellOthers(channel, frame);
        } catch (FileFrame.Malformed noFile) {
            Closing.close(channel, CloseMessage.MSG_VIOLATES_POLICY, noFile.reason());
        }
    }

    private static void requireWanted(String name) throws FileFrame.Malformed {
        if (WANTED.stream().noneMatch(name::endsWith)) {
            throw new FileFrame.Malformed("png, jpg and txt only");
        }
    }

    @Override
    protected void onClosed() {
        room.leave(channel);
    }
}
