package checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Somebody at a terminal who came through the TCP door.
final class Terminal implements AutoCloseable {

    private final OutputStream out;
    private final Closeable connection;
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    /// All it was told, as far as somebody waited for it.
    private final List<String> lines = new ArrayList<>();

    private Terminal(InputStream in, OutputStream out, Closeable connection) {
        this.out = out;
        this.connection = connection;
        Thread.ofVirtual().start(() -> new Scanner(in, UTF_8).useDelimiter("\n").forEachRemaining(arrived::add));
    }

    /// A plain socket.
    static Terminal socket(RunningServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(server));
        return new Terminal(socket.getInputStream(), socket.getOutputStream(), socket);
    }

    /// The program `nc`, or a plain socket where there is none.
    static Terminal nc(RunningServer server) throws IOException {
        try {
            Process nc = new ProcessBuilder("nc", "127.0.0.1", String.valueOf(port(server))).start();
            return new Terminal(nc.getInputStream(), nc.getOutputStream(), () -> nc.destroyForcibly().onExit().join());
        } catch (IOException noSuchProgram) {
            return socket(server);
        }
    }

    /// The name the server gave it.
    String name() throws InterruptedException {
        return await("You are ").substring("You are ".length());
    }

    void say(String line) throws IOException {
        out.write((line + "\n").getBytes(UTF_8));
        out.flush();
    }

    /// Waits for a line that begins so, and returns it; those before it are kept.
    String await(String beginning) throws InterruptedException {
        while (true) {
            String line = arrived.poll(Chromium.PATIENCE, TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new AssertionError("no line began with: " + beginning + "; there were " + lines);
            }
            lines.add(line);
            if (line.startsWith(beginning)) {
                return line;
            }
        }
    }

    /// All lines up to the last one waited for.
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private static int port(RunningServer server) {
        return Integer.parseInt(server.toReal("8888"));
    }
}
