package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.websockets.core.WebSocketChannel;
import org.junit.jupiter.api.Test;

/// An I/O thread that one connection gives something to read all the time still reads the others.
class FairReadingTest {

    private final Flooded flooded = new Flooded();

    private final class Listener extends GuardedListener {

        Listener(WebSocketChannel channel) {
            super(channel, Log.address(channel.getSourceAddress()));
        }

        @Override
        protected void onFrame(Frame frame) {
            flooded.hears(frame.text());
        }
    }

    @Test
    void whoSaysOneThingIsHeardInTheMiddleOfAFlood() throws Exception {
        try (EdgeServer server = EdgeServer.withOneThread(Listener::new)) {
            assertThat(flooded.handledBeforeTheOther(server.port())).isLessThanOrEqualTo(4);
        }
    }
}
