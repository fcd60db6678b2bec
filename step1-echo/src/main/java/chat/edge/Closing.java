package chat.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/// The one way a server ends a WebSocket: a legal close frame first, and a socket that is really closed after the
/// close deadline, even if the peer never answers (Undertow alone would keep it for ever).
public final class Closing {

    /// A control frame carries 125 bytes, two of them the code (RFC 6455, section 5.5).
    private static final int LONGEST_REASON = 123;

    private Closing() {}

    /// Starts the closing handshake and drops whatever the peer still sends. The first close wins, later ones do
    /// nothing. Any thread may call it; it never waits.
    ///
    /// @param code   1000, 1001, 1002, 1003, 1007 to 1011, or 3000 to 4999 (RFC 6455, section 7.4)
    /// @param reason in words; cut at 123 bytes of UTF-8, between characters
    public static void close(WebSocketChannel channel, int code, String reason) {
        if (!isSendable(code)) {
            throw new IllegalArgumentException("no server may send close code " + code);
        }
        GuardedChannel guarded = (GuardedChannel) channel;
        String words = cut(reason);
        if (!channel.isCloseFrameSent() && guarded.ending().begin("closed with " + code + " (" + words + ")")) {
            guarded.ending().forceAfter(guarded.limits().close());
            WebSockets.sendClose(new CloseMessage(code, words), channel, GoneAlready.INSTANCE);
            // The peer's answer can only be read while we are reading.
            channel.resumeReceives();
        }
    }

    private static boolean isSendable(int code) {
        return switch (code) {
            case 1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011 -> true;
            default -> code >= 3000 && code <= 4999;
        };
    }

    /// The longest prefix of at most 123 bytes that ends between two characters.
    static String cut(String reason) {
        CharBuffer characters = CharBuffer.wrap(reason);
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_REASON);
        UTF_8.newEncoder().encode(characters, bytes, true);
        return reason.substring(0, characters.position());
    }

    /// The close frame could not be sent: the peer has gone, or closes at the same moment. Both end by themselves.
    private enum GoneAlready implements WebSocketCallback<Void> {
        INSTANCE;

        @Override
        public void complete(WebSocketChannel channel, @Nullable Void context) {}

        @Override
        public void onError(WebSocketChannel channel, @Nullable Void context, Throwable error) {}
    }
}
