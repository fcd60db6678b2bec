package chat;

import chat.edge.Exit;
import chat.edge.Handshake;
import chat.edge.HttpDoor;
import chat.edge.Log;
import chat.edge.OpenSockets;
import chat.edge.Options;
import chat.edge.Pages;
import chat.edge.UpgradeGuard;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.net.InetSocketAddress;

/// The server of this step: whoever comes in by one of two doors hears everyone, in one order.
public final class ChatServer implements AutoCloseable {

    private final Settings settings;
    private final Hub hub;
    private final OpenSockets sockets;
    private final HttpHandler pages;
    private final HttpHandler webSocket;
    private final PushToken token = PushToken.ofEnvironment();
    private final HttpHandler push;
    private final Undertow http;
    private final TcpDoor tcp;

    /// Starts a server, prints its address and stops it in order on Ctrl-C or SIGTERM.
    public static void main(String... args) {
        try {
            ChatServer server = start(args);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            IO.println("http://" + Log.address(server.address()) + "/");
            IO.println("tcp://" + Log.address(server.tcpAddress()));
            if (server.token.madeAtStart()) {
                IO.println("push token: " + server.token.word());
            }
        } catch (Exit exit) {
            exit.now();
        }
    }

    /// Starts a server that takes connections when this returns.
    ///
    /// @param options as on the command line
    /// @throws Exit if an option is wrong or the port is in use
    public static ChatServer start(String... options) throws Exit {
        return new ChatServer(Options.parse(Settings.class, options));
    }

    private ChatServer(Settings settings) throws Exit {
        this.settings = settings;
        Log.use(settings.log());
        hub = new Hub(settings);
        sockets = new OpenSockets(settings.maxConnections());
        pages = new Pages("index.html", "style.css", "main.js", "name.js", "message.js", "refusal.js", "socket.js",
                "view.js", "files.js", "again.js", "pulse.js");
        Handshake handshake = new Handshake(sockets, settings.limits(), this::connect);
        Name name = new Name(settings.nameLimit(), handshake);
        webSocket = new UpgradeGuard(sockets, name);
        push = new PushHandler(token, hub, name, settings.textLimit());
        http = HttpDoor.open(settings.host(), settings.port(), settings.requestDeadline(), this::route);
        tcp = new TcpDoor(settings, sockets, hub);
    }

    private void route(HttpServerExchange exchange) throws Exception {
        switch (exchange.getRequestPath()) {
            case "/ws" -> webSocket.handleRequest(exchange);
            case "/push" -> push.handleRequest(exchange);
            default -> pages.handleRequest(exchange);
        }
    }

    private void connect(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        String name = Name.of(exchange.getRequestParameters());
        Connection connection = new Connection(name,
                new Peer.WebSocket(channel, new WriteDeadline(settings.writeDeadline())), settings);
        Client client = new Client(name, connection);
        PingWatch watch = new PingWatch(channel, connection, settings);
        Heartbeat heartbeat = new Heartbeat(channel, client, settings.heartbeat(), new Timer(channel));
        new SocketListener(channel, client, heartbeat, watch).listen();
        Session.start(client, hub);
        heartbeat.start();
        watch.start();
    }

    /// Where this server listens.
    public InetSocketAddress address() {
        return HttpDoor.address(http);
    }

    /// What a push must show.
    String pushToken() {
        return token.word();
    }

    /// Where the TCP door is.
    public InetSocketAddress tcpAddress() {
        return tcp.address();
    }

    /// Stops in order: nobody new comes in, everyone is told goodbye, and after the stop deadline nothing is left.
    @Override
    public void close() {
        long start = System.nanoTime();
        sockets.refuseNew();
        tcp.close();
        hub.stop(settings.stopDeadline());
        sockets.closeAll(settings.stopDeadline().minusNanos(System.nanoTime() - start));
        hub.close();
        http.stop();
    }
}
