import jakarta.websocket.ClientEndpoint;
import jakarta.websocket.CloseReason;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import module java.base;

/// A chat client on Tyrus: says one thing, then prints what comes until the server closes.
@ClientEndpoint
public class TyrusTalk {

    private final CountDownLatch end = new CountDownLatch(1);

    public static void main(String... args) throws Exception {
        TyrusTalk talk = new TyrusTalk();
        Session session = ContainerProvider.getWebSocketContainer().connectToServer(talk, URI.create(args[0]));
        session.getBasicRemote().sendText(args[1]);
        talk.end.await();
    }

    @OnMessage
    public void onText(String text) {
        IO.println(text);
    }

    @OnClose
    public void onClose(CloseReason reason) {
        IO.println("closed with " + reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
        end.countDown();
    }
}
