package chat;

import chat.edge.Closing;
import chat.edge.Frame;
import chat.edge.Frames;
import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// The far end of a connection, whichever door it came through. The hub does not know which.
interface Peer {

    /// Sends messages in this order and waits until they have left. The client's writer thread only.
    ///
    /// @throws IOException if the connection is gone
    void send(List<Message> messages) throws IOException, InterruptedException;

    /// Ends the connection with a code of RFC 6455 and a reason in words. Any thread, any number of times, never waits.
    void close(int code, String reason);

    /// False if it is only our own threads that what is being sent waits for; true if the far end does not read, or
    /// if that is not known. Any thread.
    default boolean isStuck() {
        return true;
    }

    /// A browser, or any other client that came by HTTP.
    record WebSocket(WebSocketChannel channel) implements Peer {

        /// All frames leave with one flush. The writer is a virtual thread, so waiting costs no thread of the machine.
        @Override
        public void send(List<Message> messages) throws IOException, InterruptedException {
            List<Frame> frames = new ArrayList<>();
            messages.forEach(message -> frames.addAll(message.frames()));
            try {
                Frames.send(channel, frames).get();
            } catch (ExecutionException gone) {
                throw new IOException("the connection is gone", gone);
            }
        }

        @Override
        public void close(int code, String reason) {
            Closing.close(channel, code, reason);
        }

        @Override
        public boolean isStuck() {
            return Frames.isStuck(channel);
        }
    }
}
