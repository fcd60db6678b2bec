package chat;

import chat.edge.Exit;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.locks.LockSupport;

/// This step's room, with a moment before and after each join. Whatever is counted or told outside of the join's own
/// hold of the lock comes visibly too early or too late.
public final class SlowJoinRoom extends Room {

    private static final long MOMENT_NANOS = 3_000_000;

    @Override
    void join(WebSocketChannel newcomer) {
        LockSupport.parkNanos(MOMENT_NANOS);
        super.join(newcomer);
        LockSupport.parkNanos(MOMENT_NANOS);
    }

    /// Starts this step's server with such a room.
    public static ChatServer start(String... options) throws Exit {
        return ChatServer.start(new SlowJoinRoom(), options);
    }
}
