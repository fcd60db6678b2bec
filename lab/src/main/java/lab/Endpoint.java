package lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// One end of a WebSocket connection on a non-blocking loop. Everything in it happens on that loop's thread.
abstract class Endpoint implements FrameReader.Sink {
    /// What the loop needs for reading: a whole frame and then some.
    static final int READ_BUFFER = 2 * FrameReader.LARGEST_PAYLOAD;

    private final SelectionKey key;
    private final int whileUnsent;
    private final FrameReader reader = new FrameReader();
    private @Nullable ByteBuffer rest; // read, but not yet a whole frame
    private @Nullable ByteBuffer unsent; // handed to us, but not yet taken by the kernel
    private @Nullable String ended;

    /// @param key the channel's registration; this endpoint becomes its attachment
    /// @param whileUnsent the operations of interest as long as something could not be sent yet
    Endpoint(SelectionKey key, int whileUnsent) {
        this.key = key;
        this.whileUnsent = whileUnsent;
        key.attach(this);
    }

    /// Called once, with the reason.
    abstract void ended(String why);

    /// Reads once, and hands on every frame that is whole.
    ///
    /// @param shared the loop's buffer, of at least [#READ_BUFFER] bytes
    private void onReadable(ByteBuffer shared) throws IOException {
        shared.clear();
        if (rest != null) {
            shared.put(rest);
            rest = null;
        }
        if (channel().read(shared) < 0) {
            end("the peer ended the connection");
            return;
        }
        shared.flip();
        reader.read(shared, this);
        if (shared.hasRemaining() && isAlive()) {
            rest = copy(shared);
        }
    }

    /// Writes what an earlier [#send] had to leave.
    private void onWritable() throws IOException {
        if (unsent != null) {
            channel().write(unsent);
            if (!unsent.hasRemaining()) {
                unsent = null;
                key.interestOps(SelectionKey.OP_READ);
            }
        }
    }

    /// Writes the frame, or keeps what the kernel does not take and writes it later.
    final void send(ByteBuffer frame) throws IOException {
        if (unsent == null) {
            channel().write(frame);
        }
        if (frame.hasRemaining()) {
            unsent = unsent == null ? copy(frame) : joined(unsent, frame);
            key.interestOps(whileUnsent);
        }
    }

    /// Reads and writes what is ready. A failure ends this endpoint and nothing else.
    final void onReady(ByteBuffer shared) {
        try {
            if (key.isReadable()) {
                onReadable(shared);
            }
            if (key.isValid() && key.isWritable()) {
                onWritable();
            }
        } catch (IOException failed) {
            end(failed.toString());
        }
    }

    /// Whether the kernel has taken everything sent so far.
    final boolean isFlushed() {
        return unsent == null;
    }

    final boolean isAlive() {
        return ended == null;
    }

    /// Closes the socket. Only the first reason counts.
    final void end(String why) {
        if (ended == null) {
            ended = why;
            try {
                channel().close();
            } catch (IOException ignored) {
                // it is closed all the same
            }
            ended(why);
        }
    }

    final SelectionKey key() {
        return key;
    }

    final SocketChannel channel() {
        return (SocketChannel) key.channel();
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining()).put(first).put(second).flip();
    }
}
