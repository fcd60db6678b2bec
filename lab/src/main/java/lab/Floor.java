package lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/// The least an echo server can do: one thread, one read and one write a message, no checks, nothing allocated.
/// No server on this machine is faster under this load, so what it reaches is the ceiling of the load client too.
final class Floor implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final ServerSocketChannel door = ServerSocketChannel.open();
    private final ByteBuffer shared = ByteBuffer.allocateDirect(Endpoint.READ_BUFFER);
    private volatile boolean closing;

    Floor(int port) throws IOException {
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
    }

    /// Runs as a process of its own. The only argument is the port, 0 picks a free one.
    static void main(String[] args) throws IOException {
        try (Floor floor = new Floor(Integer.parseInt(args[0]))) {
            IO.println("http://127.0.0.1:" + floor.address().getPort() + "/");
            floor.run();
        }
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) door.getLocalAddress();
    }

    /// Serves until [#close] is called.
    void run() throws IOException {
        Consumer<SelectionKey> onReady = this::onReady;
        while (!closing) {
            selector.select(onReady);
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /// Any thread.
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
    }

    private void onReady(SelectionKey key) {
        if (key.isAcceptable()) {
            accept();
            return;
        }
        ((Peer) key.attachment()).onReady(shared);
    }

    private void accept() {
        try {
            SocketChannel channel = door.accept();
            if (channel != null) {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                new Peer(channel.register(selector, SelectionKey.OP_READ));
            }
        } catch (IOException gone) {
            // the client left before it was let in
        }
    }

    private static final class Peer extends Endpoint {
        Peer(SelectionKey key) {
            super(key, SelectionKey.OP_WRITE);
        }

        @Override
        public void head(String head) throws IOException {
            send(Wire.upgradeResponse());
        }

        /// Puts a server's header right before the payload, over the client's longer one, and sends both from the
        /// buffer they were read into.
        @Override
        public void frame(int first, long length, ByteBuffer payload) throws IOException {
            if (first != Wire.TEXT || length > payload.remaining()) {
                end("only whole texts are echoed");
                return;
            }
            int end = payload.limit();
            payload.position(payload.position() - Wire.headerLength((int) length)).mark();
            Wire.putHeader(payload, first, 0, (int) length);
            payload.reset();
            send(payload.limit(end));
        }

        @Override
        void ended(String why) {}
    }
}
