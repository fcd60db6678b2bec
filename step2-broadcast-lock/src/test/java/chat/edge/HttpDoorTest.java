package chat.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import chat.HttpAnswer;
import io.undertow.Undertow;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpDoorTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final Undertow server;

    HttpDoorTest() throws Exit {
        server = HttpDoor.open("127.0.0.1", 0, Duration.ofSeconds(10),
                exchange -> exchange.getResponseSender().send("answer"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /// Requests are sent without a wait for the answers: the I/O thread would go on answering as long as there are some.
    @Test
    void theHundredthAnswerOnAConnectionIsItsLast() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(REQUEST.repeat(100).getBytes(ISO_8859_1));
            String answers = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answers.split("answer", -1)).hasSize(101);
            assertThat(answers.split("Connection: close", -1)).as("it is said once").hasSize(2);
        }
    }

    @Test
    void withoutAHostOrWithTooManyHeadersItIs400WithoutAWord() throws Exception {
        for (String headers : new String[]{"", "Host: localhost\r\nX: " + "x".repeat(17_000) + "\r\n"}) {
            HttpAnswer answer = HttpAnswer.to(port(), "GET / HTTP/1.1\r\n" + headers + "\r\n");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isEmpty();
        }
    }

    private int port() {
        return HttpDoor.address(server).getPort();
    }
}
