package chat;

import chat.edge.Exit;
import chat.edge.Frame;
import io.undertow.websockets.core.WebSocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// This step's room, where the first one in talks without a pause while another joins: the moment the lock is free, the
/// talk has it.
public final class BusyJoinRoom extends Room {

    private static final long MOMENT_NANOS = 1_000_000;
    private static final Frame BLA = Frame.text("bla");

    private volatile @Nullable WebSocketChannel first;

    @Override
    void join(WebSocketChannel newcomer) {
        WebSocketChannel talker = first;
        if (talker == null) {
            first = newcomer;
            super.join(newcomer);
            return;
        }
        AtomicBoolean joined = new AtomicBoolean();
        CompletableFuture<?> begun = new CompletableFuture<>();
        CompletableFuture<?> talk = CompletableFuture.runAsync(() -> {
            while (!joined.get()) {
                tellOthers(talker, BLA);
                begun.complete(null);
            }
        }, task -> Thread.ofPlatform().start(task));
        CompletableFuture.anyOf(begun, talk).join();
        super.join(newcomer);
        LockSupport.parkNanos(MOMENT_NANOS);
        joined.set(true);
        talk.join();
    }

    /// Starts this step's server with such a room.
    public static ChatServer start(String... options) throws Exit {
        return ChatServer.start(new BusyJoinRoom(), options);
    }
}
