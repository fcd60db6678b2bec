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

/// The server of this step: what you send, everyone else gets.
public final class ChatServer implements AutoCloseable {

    private final Settings settings;
    private final Room room;
    private final OpenSockets sockets;
    private final HttpHandler pages;
    private final HttpHandler webSocket;
    private final Undertow http;

    /// Starts a server, prints its address and stops it in order on Ctrl-C or SIGTERM.
    public static void main(String... args) {
        try {
            ChatServer server = start(args);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            IO.println("http://" + Log.address(server.address()) + "/");
        } catch (Exit exit) {
            exit.now();
        }
    }

    /// Starts a server that takes connections when this returns.
    ///
    /// @param options as on the command line
    /// @throws Exit if an option is wrong or the port is in use
    public static ChatServer start(String... options) throws Exit {
        return start(new Room(), options);
    }

    /// Starts a server with a room of one's own.
    static ChatServer start(Room room, String... options) throws Exit {
        return new ChatServer(Options.parse(Settings.class, options), room);
    }

    private ChatServer(Settings settings, Room room) throws Exit {
        this.settings = settings;
        this.room = room;
        Log.use(settings.log());
        sockets = new OpenSockets(settings.maxConnections());
        pages = new Pages("index.html", "style.css", "main.js", "socket.js", "view.js", "files.js");
        webSocket = new UpgradeGuard(sockets, new Handshake(sockets, settings.limits(), this::connect));
        http = HttpDoor.open(settings.host(), settings.port(), settings.requestDeadline(), this::route);
    }

    private void route(HttpServerExchange exchange) throws Exception {
        switch (exchange.getRequestPath()) {
            case "/ws" -> webSocket.handleRequest(exchange);
            default -> pages.handleRequest(exchange);
        }
    }

    private void connect(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        room.join(channel);
        new SocketListener(channel, room).listen();
    }

    /// Where this server listens.
    public InetSocketAddress address() {
        return HttpDoor.address(http);
    }

    /// Stops in order: nobody new comes in, everyone is told goodbye, and after the stop deadline nothing is left.
    @Override
    public void close() {
        sockets.closeAll(settings.stopDeadline());
        http.stop();
    }
}
