package chat;

import static org.awaitility.Awaitility.await;

import chat.edge.Log;
import io.undertow.websockets.core.WebSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// This step's room, and a book of who came and who left.
final class WatchedRoom extends Room {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<WebSocketChannel> joins = new CopyOnWriteArrayList<>();
    private final List<WebSocketChannel> leaves = new CopyOnWriteArrayList<>();

    @Override
    void join(WebSocketChannel newcomer) {
        super.join(newcomer);
        joins.add(newcomer);
    }

    @Override
    void leave(WebSocketChannel leaver) {
        super.leave(leaver);
        leaves.add(leaver);
    }

    List<WebSocketChannel> joins() {
        return joins;
    }

    /// The server's end of a client's connection.
    WebSocketChannel channelOf(RawConnection client) {
        return joins.stream().filter(each -> Log.address(each.getSourceAddress()).equals(client.address())).findFirst()
                .orElseThrow();
    }

    List<WebSocketChannel> leaves() {
        return leaves;
    }

    void awaitLeaves(int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> leaves.size() >= count);
    }

    void awaitSize(int members) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> size() == members);
    }
}
