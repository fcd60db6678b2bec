package chat;

import static org.assertj.core.api.Assertions.assertThat;

import chat.edge.EdgeServer;
import chat.edge.Options;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;

/// This step's hub and listener behind the edge, and a member that can hold the hub's thread: so its inbox fills for
/// certain, however fast the machine.
final class HeldHub implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Settings settings;
    private final Hub hub;
    private final EdgeServer edge;
    private final BlockingQueue<Client> clients = new LinkedBlockingQueue<>();
    private final Brake brake = new Brake();

    /// @param options for the hub's inbox and everyone's outbox
    HeldHub(String... options) throws Exception {
        settings = Options.parse(Settings.class, options);
        hub = new Hub(settings);
        edge = EdgeServer.start(0, this::connect);
    }

    /// The hub must never wait for a peer; this one makes it, when it is closed.
    private static final class Brake implements Peer {

        private final CountDownLatch sending = new CountDownLatch(1);
        private final CountDownLatch holding = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);

        @Override
        public void send(List<Message> messages) throws InterruptedException {
            sending.countDown();
            over.await();
        }

        @Override
        public void close(int code, String reason) {
            holding.countDown();
            try {
                over.await();
            } catch (InterruptedException hubEnds) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private SocketListener connect(WebSocketChannel channel) {
        Client client = new Client("guest " + channel.getSourceAddress().getPort(), new Peer.WebSocket(channel),
                settings);
        assertThat(hub.offer(new Event.Join(client))).isTrue();
        clients.add(client);
        return new SocketListener(channel, client, hub);
    }

    /// A newcomer, and the server's end of it.
    record Guest(RawWebSocket socket, Client client) {}

    /// Lets somebody in, and waits until it has heard that it is here.
    Guest next() throws Exception {
        RawWebSocket socket = RawWebSocket.open(edge.port(), "/");
        Client client = clients.take();
        while (!Heard.of(socket.read()).name().equals(client.name())) {
            // who came before
        }
        return new Guest(socket, client);
    }

    /// From now on the hub's thread stands still.
    void hold() throws Exception {
        Client held = new Client("the brake", brake, Options.parse(Settings.class, "--outbox-messages=1"));
        hub.put(new Event.Join(held));
        brake.sending.await();
        hub.put(new Event.Say(held, "this fills its outbox"));
        hub.put(new Event.Say(held, "and this is too much"));
        brake.holding.await();
    }

    /// Waits until nothing more fits into the inbox.
    void awaitFullInbox() {
        Client stranger = new Client("stranger", brake, settings);
        stranger.ended();
        Awaitility.await().atMost(PATIENCE).until(() -> !hub.offer(new Event.Leave(stranger)));
    }

    /// The hub goes on.
    void letGo() {
        brake.over.countDown();
    }

    @Override
    public void close() {
        letGo();
        edge.close();
        hub.close();
    }
}
