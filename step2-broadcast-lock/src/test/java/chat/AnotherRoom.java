package chat;

import chat.edge.Exit;
import chat.edge.Frame;
import io.undertow.websockets.core.WebSocketChannel;

/// A room of another make, in place of this step's own. It opens the room to other packages; how members are kept and
/// told is the business of whoever extends it.
public abstract class AnotherRoom extends Room {

    @Override
    public abstract void join(WebSocketChannel newcomer);

    @Override
    public abstract void leave(WebSocketChannel leaver);

    @Override
    public abstract void tellOthers(WebSocketChannel sender, Frame frame);

    @Override
    public abstract int size();

    /// Starts this step's server with this room, and prints its address.
    ///
    /// @param port 0 picks a free one
    protected final void serve(String port) {
        try {
            ChatServer server = ChatServer.start(this, "--port=" + port);
            IO.println("http://127.0.0.1:" + server.address().getPort() + "/");
        } catch (Exit exit) {
            exit.now();
        }
    }
}
