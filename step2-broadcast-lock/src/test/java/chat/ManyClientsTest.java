package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Many at once, all talking at the same time.
class ManyClientsTest {

    private static final int CLIENTS = 16;
    private static final int MESSAGES = 128;

    @Test
    void everyoneHearsEverybodyElseOnceAndInOneOrder() throws Exception {
        List<TestClient> clients = new ArrayList<>();
        try (TestServer server = TestServer.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                RawWebSocket witness = Dialect.member(server.port())) {
            List<Callable<List<String>>> talks = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                TestClient client = TestClient.open(server.port(), Dialect.path());
                clients.add(client);
                String name = "client " + i;
                talks.add(() -> talk(client, name));
            }
            List<Future<List<String>>> heard = threads.invokeAll(talks);
            List<String> order = new ArrayList<>();
            for (int i = 0; i < CLIENTS * MESSAGES; i++) {
                order.add(witness.read().text());
            }
            for (int i = 0; i < CLIENTS; i++) {
                String own = "client " + i + ",";
                assertThat(order.stream().filter(text -> text.startsWith(own)))
                        .containsExactlyElementsOf(all("client " + i));
                assertThat(heard.get(i).get()).isEqualTo(order.stream().filter(text -> !text.startsWith(own)).toList());
            }
        } finally {
            for (TestClient client : clients) {
                client.close();
            }
        }
    }

    /// Says everything, and returns what it hears from the others.
    private static List<String> talk(TestClient client, String name) throws Exception {
        for (String text : all(name)) {
            client.say(text);
        }
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < (CLIENTS - 1) * MESSAGES; i++) {
            heard.add(client.heard());
        }
        return heard;
    }

    private static List<String> all(String name) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            texts.add(name + ", message " + i + " ✓");
        }
        return texts;
    }
}
