package chat;

import static java.util.Objects.requireNonNull;

import io.undertow.websockets.core.WebSocketChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Real connections with both ends in the test's hands: the server's, to put into any room, and the client's, to see
/// what arrives. The room under test is not the server's: so whoever waits in it is a thread of the test, and may.
final class Members implements AutoCloseable {

    private final Lobby lobby = new Lobby();
    private final TestServer server = TestServer.start(lobby, "--close-deadline=500ms", "--text-limit=100");
    private final List<Member> members = new ArrayList<>();

    /// One connection.
    ///
    /// @param channel the server's end
    /// @param client  the other
    record Member(WebSocketChannel channel, RawWebSocket client) {}

    Member next() throws Exception {
        return next(0);
    }

    /// @param receiveBuffer of the client, in bytes; 0: whatever the system gives
    Member next(int receiveBuffer) throws Exception {
        RawWebSocket client = RawWebSocket.open(server.port(), Dialect.path(), receiveBuffer);
        Member member = new Member(requireNonNull(lobby.arrivals.poll(10, TimeUnit.SECONDS)), client);
        members.add(member);
        return member;
    }

    List<Member> next(int count, Room room) throws Exception {
        List<Member> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(next());
            room.join(some.getLast().channel());
        }
        return some;
    }

    @Override
    public void close() throws IOException {
        members.forEach(member -> member.client().close());
        server.close();
    }

    /// Nobody is told anything here.
    private static final class Lobby extends Room {

        private final BlockingQueue<WebSocketChannel> arrivals = new LinkedBlockingQueue<>();

        @Override
        void join(WebSocketChannel newcomer) {
            arrivals.add(newcomer);
        }
    }
}
