package chat.edge;

import io.undertow.websockets.core.CloseMessage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;

/// The deadline of one message, from its first byte to its last: whoever starts a message must finish it.
/// A message that arrives in one piece costs no timer. I/O thread only.
final class Assembly {

    private final GuardedChannel channel;
    private boolean insideMessage;
    private XnioExecutor.@Nullable Key deadline;

    Assembly(GuardedChannel channel) {
        this.channel = channel;
    }

    /// The first frame of a message has begun.
    void begins() {
        insideMessage = true;
    }

    /// The message is whole; the next one has a deadline of its own.
    void ends() {
        insideMessage = false;
        stop();
    }

    /// What could be read has been read: sets the deadline if something is unfinished, lifts it if not.
    void watch() {
        if (!isUnfinished()) {
            stop();
        } else if (deadline == null) {
            deadline = channel.getIoThread().executeAfter(this::tooSlow, channel.limits().assembly().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        if (deadline != null) {
            deadline.remove();
            deadline = null;
        }
    }

    private boolean isUnfinished() {
        return insideMessage || channel.isInsideHeader();
    }

    /// The deadline is the peer's: it starts again if it was us who did not read.
    private void tooSlow() {
        deadline = null;
        if (isUnfinished() && !channel.isReading()) {
            watch();
        } else if (isUnfinished()) {
            String limit = OptionType.write(channel.limits().assembly());
            Closing.close(channel, CloseMessage.MSG_VIOLATES_POLICY, "a message took longer than " + limit);
        }
    }
}
