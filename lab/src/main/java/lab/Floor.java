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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The least a server can do: one thread, no checks, nothing allocated. What it reaches is the machine's own limit
/// for its [Way] of writing, and the ceiling of the load client too.
final class Floor implements AutoCloseable {
    private final Way way;
    private final Selector selector = Selector.open();
    private final ServerSocketChannel door = ServerSocketChannel.open();
    private final ByteBuffer shared = ByteBuffer.allocateDirect(Endpoint.READ_BUFFER);
    private final ByteBuffer batch = ByteBuffer.allocateDirect(Endpoint.READ_BUFFER);
    private final List<Peer> peers = new ArrayList<>();
    private volatile boolean closing;

    /// Who gets a message, in how many writes.
    enum Way {
        /// Its sender, in one write.
        ECHO,
        /// Everyone, in one write each.
        FAN_OUT,
        /// Everyone, in one write each for all the messages that came while the last ones were being written.
        BATCHED
    }

    Floor(Way way, int port) throws IOException {
        this.way = way;
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
    }

    /// Runs as a process of its own. The arguments are the way, and the port; 0 picks a free one.
    static void main(String[] args) throws IOException {
        try (Floor floor = new Floor(Way.valueOf(args[0]), Integer.parseInt(args[1]))) {
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
            tellBatch();
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

    private void tellBatch() {
        if (batch.position() > 0) {
            tell(batch.flip());
            batch.clear();
        }
    }

    private void tell(ByteBuffer frames) {
        int start = frames.position();
        for (int i = peers.size() - 1; i >= 0; i--) { // backwards: a peer may end, and leave the list
            Peer peer = peers.get(i);
            try {
                peer.send(frames.position(start));
            } catch (IOException gone) {
                peer.end(gone.toString());
            }
        }
    }

    private final class Peer extends Endpoint {
        Peer(SelectionKey key) {
            super(key, SelectionKey.OP_WRITE);
        }

        @Override
        public void head(String head) throws IOException {
            send(Wire.upgradeResponse());
            peers.add(this);
        }

        @Override
        public void frame(int first, long length, ByteBuffer payload) throws IOException {
            if (first != Wire.TEXT || length > payload.remaining()) {
                end("only whole texts are passed on");
                return;
            }
            ByteBuffer frame = asServerFrame(payload);
            switch (way) {
                case ECHO -> send(frame);
                case FAN_OUT -> tell(frame);
                case BATCHED -> {
                    if (batch.remaining() < frame.remaining()) {
                        tellBatch();
                    }
                    batch.put(frame);
                }
            }
        }

        /// Puts a server's header right before the payload, over the client's longer one: what was read is written.
        private static ByteBuffer asServerFrame(ByteBuffer payload) {
            int length = payload.remaining();
            payload.position(payload.position() - Wire.headerLength(length)).mark();
            Wire.putHeader(payload, Wire.TEXT, 0, length);
            return payload.reset();
        }

        @Override
        void ended(String why) {
            peers.remove(this);
        }
    }
}
