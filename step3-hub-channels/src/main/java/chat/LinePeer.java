package chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.edge.Log;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A terminal: one line is one message, in UTF-8, ending in `\n` or `\r\n`. What it is told is cleaned of everything
/// that could steer a terminal.
final class LinePeer implements Peer {

    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[\\p{Cc}\\x{061C}\\x{200E}\\x{200F}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private final Socket socket;
    private final InputStream input;
    private final Settings settings;
    private final AtomicReference<@Nullable String> end = new AtomicReference<>();

    /// The writer, the reader's answers and the goodbye take turns, a whole line at a time.
    private final ReentrantLock writing = new ReentrantLock();

    LinePeer(Socket socket, Settings settings) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
        this.settings = settings;
    }

    /// Waits for the next line, without its end; null is the end of the stream. A line that is too long or not UTF-8
    /// is answered with a sentence and left out. The client's reader thread only.
    @Nullable
    String readLine() throws IOException {
        int longest = settings.textLimit();
        for (byte[] line = readBytes(longest); line != null; line = readBytes(longest)) {
            try {
                if (line.length <= longest) {
                    return UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
                }
                tell("That line is longer than " + longest + " bytes and was not sent.");
            } catch (CharacterCodingException notText) {
                tell("That line is not UTF-8 and was not sent.");
            }
        }
        return null;
    }

    /// Of a line that is too long only as much is kept as shows that it is.
    private byte @Nullable [] readBytes(int longest) throws IOException {
        int next = input.read();
        if (next == -1) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (; next != '\n' && next != -1; next = input.read()) {
            if (line.size() < longest + 2) {
                line.write(next);
            }
        }
        byte[] bytes = line.toByteArray();
        int last = bytes.length - 1;
        return 0 <= last && last <= longest && bytes[last] == '\r' ? Arrays.copyOf(bytes, last) : bytes;
    }

    /// Reads on to the end and drops it all: a socket that is closed with unread input is reset, and the goodbye lost.
    void skipRest() throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void send(List<Message> messages) throws IOException {
        if (end.get() != null) {
            throw new IOException("the connection is closing");
        }
        write(messages.stream().map(message -> clean(message.line())).collect(Collectors.joining("\n", "", "\n")));
    }

    /// One line for this peer alone. Any thread but the hub's: it waits until the line has left.
    void tell(String sentence) throws IOException {
        write(clean(sentence) + "\n");
    }

    /// The peer gets a last line, and after the close deadline the socket is gone, whatever it does.
    @Override
    public void close(int code, String reason) {
        if (end.compareAndSet(null, "closed with " + code + " (" + reason + ")")) {
            Thread.ofVirtual().name("closer").start(() -> sayGoodbye(reason));
            Thread.ofVirtual().name("closer").start(this::cutAfterDeadline);
        }
    }

    /// A write that waits holds the lock.
    @Override
    public boolean isStuck() {
        return writing.isLocked();
    }

    /// In words, for the log.
    String howItEnded() {
        String reason = end.get();
        return reason == null ? "closed by the peer" : reason;
    }

    private void sayGoodbye(String reason) {
        try {
            tell("The server closes this connection: " + reason + ".");
            socket.shutdownOutput();
        } catch (IOException gone) {
            Log.debug("no goodbye: %s", gone.getMessage());
        }
    }

    private void cutAfterDeadline() {
        try (socket) {
            Thread.sleep(settings.closeDeadline());
        } catch (IOException | InterruptedException gone) {
            Log.debug("cut: %s", gone.getMessage());
        }
    }

    private void write(String lines) throws IOException {
        writing.lock();
        try {
            socket.getOutputStream().write(lines.getBytes(UTF_8));
        } finally {
            writing.unlock();
        }
    }

    private static String clean(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }
}
