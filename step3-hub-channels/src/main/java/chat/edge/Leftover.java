package chat.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.channels.StreamSourceChannel;

/// What a peer still sends when we have ended the talk: read and forgotten.
///
/// Whoever closes a socket with something unread resets the connection, and what was said last, a close frame perhaps,
/// is lost (RFC 1122, section 4.2.2.13). I/O thread only.
final class Leftover {

    private static final int BYTES_AT_ONCE = 16_384;
    private static final int MOST_BYTES = 4_194_304;

    private final StreamSourceChannel source;
    private int forgotten;

    Leftover(StreamSourceChannel source) {
        this.source = source;
    }

    /// Reads what has arrived.
    ///
    /// @return true if nothing more can come, or far too much has come
    boolean forget() {
        ByteBuffer waste = ByteBuffer.allocate(BYTES_AT_ONCE);
        try {
            int read = 1;
            while (read > 0 && forgotten < MOST_BYTES) {
                read = source.read(waste.clear());
                forgotten += read;
            }
            return read != 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
