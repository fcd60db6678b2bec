package chat;

import chat.edge.Exit;
import chat.edge.Log;
import chat.edge.OpenSockets;
import io.undertow.websockets.core.CloseMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// A second door for plain TCP: one line is one message, and `nc` is all a client needs. Behind it stand the same
/// client and the same hub. Each connection has a virtual thread that may wait, so Go's loop comes back: read, put.
final class TcpDoor implements AutoCloseable {

    /// A page on the web can make a browser send such a request here, and must not speak in the user's room.
    private static final Pattern HTTP = Pattern.compile("[A-Z]+ [/*]\\S* HTTP/\\d(\\.\\d)?");

    /// Out of file descriptors, say: trying again at once would only burn a core.
    private static final long BREATH_NANOS = 100_000_000;

    private final Settings settings;
    private final OpenSockets sockets;
    private final Hub hub;
    private final ServerSocket door;

    /// Opens the door.
    ///
    /// @throws Exit if the port cannot be had
    TcpDoor(Settings settings, OpenSockets sockets, Hub hub) throws Exit {
        this.settings = settings;
        this.sockets = sockets;
        this.hub = hub;
        try {
            door = new ServerSocket(settings.tcpPort(), 0, InetAddress.getByName(settings.host()));
        } catch (IOException taken) {
            throw Exit.cannotListen(settings.host(), settings.tcpPort());
        }
        Thread.ofVirtual().name("tcp door").start(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    /// Lets nobody in any more; who is inside stays until the hub says goodbye.
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException closedAlready) {
            Log.debug("tcp door: %s", closedAlready.getMessage());
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                String name = Log.address((InetSocketAddress) socket.getRemoteSocketAddress());
                Thread.ofVirtual().name("reader " + name).start(() -> serve(socket, name));
            } catch (IOException failed) {
                if (!door.isClosed()) {
                    Log.info("tcp door: somebody could not be let in: %s", failed.getMessage());
                    LockSupport.parkNanos(BREATH_NANOS);
                }
            }
        }
    }

    private void serve(Socket socket, String name) {
        try (socket) {
            LinePeer peer = new LinePeer(socket, settings);
            if (sockets.reserve()) {
                try {
                    talk(name, peer);
                } finally {
                    sockets.release();
                }
            } else {
                String refusal = sockets.refusal().orElse("The server is full.");
                Log.info("%s refused by TCP: %s", name, refusal);
                peer.tell(refusal);
            }
        } catch (IOException | InterruptedException gone) {
            Log.debug("%s: %s", name, gone.getMessage());
        }
    }

    private void talk(String name, LinePeer peer) throws IOException, InterruptedException {
        Log.info("%s connected by TCP", name);
        Client client = new Client(name, peer, settings);
        try {
            peer.tell("You are " + name);
            hub.put(new Event.Join(client));
            readAll(client, peer);
        } finally {
            client.ended();
            hub.put(new Event.Leave(client));
            Log.info("%s disconnected: %s", name, peer.howItEnded());
        }
    }

    private void readAll(Client client, LinePeer peer) throws IOException, InterruptedException {
        for (String line = peer.readLine(); line != null; line = peer.readLine()) {
            if (HTTP.matcher(line).matches()) {
                client.close(CloseMessage.PROTOCOL_ERROR, "this is a chat, not a web server");
                peer.skipRest();
                return;
            }
            hub.put(new Event.Say(client, line));
        }
    }
}
