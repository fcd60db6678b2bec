package chat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;

/// A client with manners, as most programs are: Tyrus. It reads whatever comes and keeps it in order.
public final class TestClient implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final ClientManager TYRUS = ClientManager.createClient();
    static {
        TYRUS.getProperties().put(ClientProperties.SHARED_CONTAINER, true);
    }

    private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<PongMessage> heardByServer = new CompletableFuture<>();
    private final CompletableFuture<CloseReason> end = new CompletableFuture<>();
    private final Session session;

    private TestClient(URI address) throws IOException {
        try {
            session = TYRUS.connectToServer(new Receiver(), ClientEndpointConfig.Builder.create().build(), address);
        } catch (DeploymentException refused) {
            throw new IOException(refused);
        }
    }

    /// Connects, and waits until the server listens to it: the handshake alone does not say so, a pong does. The page's
    /// origin is sent, as a browser would.
    public static TestClient open(int port, String path) throws IOException {
        TestClient client = new TestClient(URI.create("ws://localhost:" + port + path));
        client.session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
        CompletableFuture.anyOf(client.heardByServer, client.end).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return client;
    }

    public void say(String text) throws IOException {
        session.getBasicRemote().sendText(text);
    }

    public void sendBinary(byte[] bytes) throws IOException {
        session.getBasicRemote().sendBinary(ByteBuffer.wrap(bytes));
    }

    /// The next message, which must be text.
    public String heard() throws InterruptedException {
        return next(String.class);
    }

    /// The next message, which must be binary.
    public byte[] heardBinary() throws InterruptedException {
        return next(byte[].class);
    }

    /// Waits for the end of the connection; 1006 if there was no close frame.
    public CloseReason closing() throws Exception {
        return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        session.close();
    }

    private <M> M next(Class<M> kind) throws InterruptedException {
        Object message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(message).as("the next message within %d s", PATIENCE_SECONDS).isInstanceOf(kind);
        return kind.cast(message);
    }

    private final class Receiver extends Endpoint {

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, received::add);
            session.addMessageHandler(byte[].class, received::add);
            session.addMessageHandler(PongMessage.class, heardByServer::complete);
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            end.complete(reason);
        }
    }
}
