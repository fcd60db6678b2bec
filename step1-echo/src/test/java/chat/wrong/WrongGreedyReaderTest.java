package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.edge.Flooded;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class WrongGreedyReaderTest {

    @Test
    void theOtherWaitsForTheWholeFlood() throws Exception {
        Flooded flooded = new Flooded();
        Undertow server = WrongGreedyReader.serve(flooded::hears);
        try {
            int port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
            assertThat(flooded.handledBeforeTheOther(port)).isEqualTo(Flooded.FRAMES);
        } finally {
            server.stop();
        }
    }
}
