package lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/// One client of the load. The [Swarm] owns it; experiments see it when a message arrives.
final class Client extends Endpoint {
    private final Swarm swarm;
    private final int number;
    private final ByteBuffer request;
    private boolean open;

    /// What the experiment wants to remember about this client, for example when it last sent.
    long stamp;

    Client(Swarm swarm, SelectionKey key, int number, ByteBuffer request) {
        super(key, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        this.swarm = swarm;
        this.number = number;
        this.request = request;
    }

    /// From 0.
    int number() {
        return number;
    }

    /// Starts to connect. Never throws: a client that fails ends.
    void connect(InetSocketAddress server) {
        try {
            if (channel().connect(server)) {
                onConnectable();
            }
        } catch (IOException refused) {
            end(refused.toString());
        }
    }

    void onConnectable() {
        try {
            if (channel().finishConnect()) {
                key().interestOps(SelectionKey.OP_READ);
                send(request);
            }
        } catch (IOException refused) {
            end(refused.toString());
        }
    }

    @Override
    public void head(String head) throws IOException {
        if (!head.startsWith("HTTP/1.1 101 ") || !head.contains(Wire.ACCEPT)) {
            throw new IOException("the server answered " + head.lines().findFirst().orElse("nothing"));
        }
        open = true;
        swarm.opened();
    }

    @Override
    public void frame(int first, long length, ByteBuffer payload) throws IOException {
        switch (first) {
            case Wire.PING -> send(Wire.masked(Wire.PONG, bytes(payload)));
            case Wire.PONG -> {}
            case Wire.CLOSE -> end("closed with " + (length < 2 ? "no code" : payload.getShort(payload.position())));
            default -> swarm.received(this, first, length, payload);
        }
    }

    @Override
    void ended(String why) {
        swarm.ended(this, open, why);
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }
}
