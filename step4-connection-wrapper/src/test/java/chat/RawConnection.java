package chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A TCP client without manners: it sends any bytes, whole or in pieces, reads only when told to, and leaves without
/// a word. Every read waits ten seconds at the most.
public class RawConnection implements AutoCloseable {

    static final int PATIENCE_MILLIS = 10_000;

    final InputStream in;
    private final OutputStream out;
    private final Socket socket;

    RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /// Connects to this machine.
    public static RawConnection dial(int port) throws IOException {
        return new RawConnection(socket(port, 0));
    }

    /// A connected socket.
    ///
    /// @param receiveBuffer in bytes; a small one holds little of what is not read. 0: whatever the system gives
    static Socket socket(int port, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        return socket;
    }

    /// Our end of the connection, as the server's log calls it.
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    public void send(HandshakeRequest request) throws IOException {
        send(request.toString().getBytes(ISO_8859_1));
    }

    /// The next HTTP answer.
    HttpAnswer answer() throws IOException {
        return HttpAnswer.read(in, true);
    }

    /// Waits until the server has ended the TCP connection, and drops what it still sends.
    public boolean hasEnded() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /// True if nothing arrives in this time, neither a byte nor the end.
    boolean hearsNothingFor(Duration time) throws IOException {
        socket.setSoTimeout(Math.toIntExact(time.toMillis()));
        in.mark(1);
        try {
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException silence) {
            return true;
        } catch (IOException reset) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /// Sends FIN: we will say no more. Reading goes on.
    public void finish() throws IOException {
        socket.shutdownOutput();
    }

    /// Sends RST, as a system does for a process that dies.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /// Leaves without a close frame.
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
