package chat.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpDoorTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    /// Requests are sent without a wait for the answers: the I/O thread would go on answering as long as there are some.
    @Test
    void theHundredthAnswerOnAConnectionIsItsLast() throws Exception {
        Undertow server = HttpDoor.open("127.0.0.1", 0, Duration.ofSeconds(10),
                exchange -> exchange.getResponseSender().send("answer"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), HttpDoor.address(server).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(REQUEST.repeat(100).getBytes(ISO_8859_1));
            String answers = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answers.split("answer", -1)).hasSize(101);
            assertThat(answers.split("Connection: close", -1)).as("it is said once").hasSize(2);
        } finally {
            server.stop();
        }
    }
}
