package chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/// Somebody with `nc`, at the TCP door. Every read waits ten seconds at the most.
public final class Terminal extends RawConnection {

    private Terminal(Socket socket) throws IOException {
        super(socket);
    }

    /// A newcomer who has read nothing yet.
    public static Terminal dial(int tcpPort) throws IOException {
        return dial(tcpPort, 0);
    }

    /// A newcomer whose receive buffer has this many bytes; 0: whatever the system gives.
    public static Terminal dial(int tcpPort, int receiveBuffer) throws IOException {
        return new Terminal(socket(tcpPort, receiveBuffer));
    }

    /// A newcomer who is surely in the room when this returns: it has heard of its own coming.
    public static Terminal member(int tcpPort) throws IOException {
        return awaitJoined(dial(tcpPort));
    }

    /// The same, with a receive buffer of this many bytes.
    public static Terminal member(int tcpPort, int receiveBuffer) throws IOException {
        return awaitJoined(dial(tcpPort, receiveBuffer));
    }

    private static Terminal awaitJoined(Terminal newcomer) throws IOException {
        assertThat(newcomer.line()).isEqualTo("You are " + newcomer.name());
        assertThat(newcomer.line()).startsWith(newcomer.name() + " joined, ");
        return newcomer;
    }

    /// Where a server of its own process has its TCP door: the second line on stdout says it.
    public static int port(ServerProcess server) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> server.out().size() >= 2);
        return URI.create(server.out().get(1)).getPort();
    }

    /// What everyone calls this one: its address.
    public String name() {
        return address();
    }

    /// Sends one line.
    public void say(String line) throws IOException {
        send((line + "\n").getBytes(UTF_8));
    }

    /// The next line, without its end.
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended after: " + line.toString(UTF_8));
            }
            line.write(next);
        }
        return line.toString(UTF_8);
    }

    /// The next lines.
    public List<String> lines(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    /// Everything until the server has sent all it has to say.
    public List<String> linesToTheEnd() throws IOException {
        return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
}
