package chat;

import java.io.IOException;

/// A peer that is gone without a word: the cable is pulled, and the system it ran on will never answer. What the
/// server sends still goes into buffers.
public final class HalfOpen {

    private HalfOpen() {}

    /// Whether the server has closed such a connection before it has sent so many messages.
    ///
    /// @param path where a newcomer connects
    public static boolean isNoticed(int port, String path, int messages) throws IOException {
        try (RawWebSocket dead = RawWebSocket.open(port, path)) {
            for (int heard = 0; heard < messages;) {
                int first = dead.read().first();
                if (first == Wire.CLOSE) {
                    return true;
                }
                heard += first == Wire.TEXT ? 1 : 0;
            }
            return false;
        }
    }
}
