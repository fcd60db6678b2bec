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
    void everyoneGetsExactlyItsOwnMessagesInOrder() throws Exception {
        List<TestClient> clients = new ArrayList<>();
        try (TestServer server = TestServer.start(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(TestClient.open(server.port(), Dialect.path()));
            }
            List<Callable<Void>> talks = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String name = "client " + i;
                TestClient client = clients.get(i);
                talks.add(() -> talk(client, name));
            }
            for (Future<Void> talk : threads.invokeAll(talks)) {
                talk.get();
            }
            for (TestClient client : clients) {
                client.say("the end");
                assertThat(client.heard()).isEqualTo("the end");
            }
        } finally {
            for (TestClient client : clients) {
                client.close();
            }
        }
    }

    private static Void talk(TestClient client, String name) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            client.say(name + ", message " + i);
        }
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(client.heard()).isEqualTo(name + ", message " + i);
        }
        return null;
    }
}
