package chat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// A slow peer may take its time; one that takes nothing at all for this long may not.
record WriteDeadline(Duration most) {

    /// Nothing has left for the write deadline: the peer does not read, or the network is gone.
    static final class Stuck extends IOException {

        private static final long serialVersionUID = 1;

        private final String reason;

        Stuck(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /// Waits until it is sent, as long as something leaves. Found within twice the deadline.
    ///
    /// @param written grows with what leaves
    /// @throws Stuck       if nothing leaves
    /// @throws IOException if it cannot be sent any more
    void await(Future<?> sent, LongSupplier written) throws IOException, InterruptedException {
        long before = written.getAsLong();
        while (true) {
            try {
                sent.get(most.toNanos(), TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException late) {
                if (written.getAsLong() == before) {
                    throw new Stuck("too slow, nothing could be written for " + most.toMillis() + " ms");
                }
                before = written.getAsLong();
            } catch (ExecutionException gone) {
                throw new IOException("the connection is gone", gone);
            }
        }
    }
}
