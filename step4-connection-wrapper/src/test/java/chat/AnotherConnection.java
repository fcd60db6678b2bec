package chat;

import java.io.IOException;

/// The outgoing side of a connection, of any make: what is written waits in an outbox, and one thread sends it.
public interface AnotherConnection {

    /// Most messages that wait in the outbox.
    int OUTBOX = 8;

    /// Where the messages arrive.
    interface FarEnd {

        /// Takes a message, or waits until it can.
        void take(String text) throws IOException, InterruptedException;
    }

    /// Makes a connection to a far end.
    interface Make {
        AnotherConnection to(FarEnd peer);
    }

    /// Puts a message into the outbox, and waits for room. Any thread.
    ///
    /// @return false if it will not be sent, because the connection is closed
    boolean write(String text) throws InterruptedException;

    /// From now on nothing is accepted. Any thread; never waits.
    void close();

    /// Waits until nothing more will be sent.
    void awaitEnd() throws InterruptedException;
}
