package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Many at once, at both doors, all talking at the same time.
class ManyClientsTest {

    private static final int CLIENTS = 16;
    private static final int MESSAGES = 128;

    @Test
    void everyoneHearsEverythingOnceAndInOneOrder() throws Exception {
        List<TestClient> browsers = new ArrayList<>();
        List<Terminal> terminals = new ArrayList<>();
        try (TestServer server = TestServer.start("--outbox-messages=" + 2 * CLIENTS * MESSAGES);
                RawWebSocket witness = Dialect.member(server.port());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<String>>> talks = new ArrayList<>();
            for (int i = 0; i < CLIENTS / 2; i++) {
                TestClient browser = TestClient.open(server.port(), Dialect.path("browser " + i));
                browsers.add(browser);
                talks.add(() -> talk(browser));
                Terminal terminal = Terminal.member(server.tcpPort());
                terminals.add(terminal);
                talks.add(() -> talk(terminal));
            }
            assertThat(Heard.next(witness, CLIENTS)).last().asString().contains(CLIENTS + 1 + " people");
            List<Future<List<String>>> heard = threads.invokeAll(talks);
            List<Heard> order = Heard.next(witness, CLIENTS * MESSAGES);
            Map<String, List<String>> whatWhoSaid = order.stream().collect(
                    Collectors.groupingBy(Heard::name, Collectors.mapping(Heard::message, Collectors.toList())));
            assertThat(whatWhoSaid).hasSize(CLIENTS);
            assertThat(whatWhoSaid.values()).allMatch(all()::equals);
            List<String> lines = order.stream().map(Heard::line).toList();
            for (Future<List<String>> each : heard) {
                assertThat(each.get()).isEqualTo(lines);
            }
        } finally {
            for (TestClient browser : browsers) {
                browser.close();
            }
            terminals.forEach(Terminal::close);
        }
    }

    /// Says everything, and returns what it hears, as lines.
    private static List<String> talk(TestClient browser) throws Exception {
        for (String text : all()) {
            browser.say(text);
        }
        List<String> heard = new ArrayList<>();
        while (heard.size() < CLIENTS * MESSAGES) {
            Heard news = Heard.of(browser.heard());
            if (news.type() == Heard.SAID) {
                heard.add(news.line());
            }
        }
        return heard;
    }

    private static List<String> talk(Terminal terminal) throws Exception {
        for (String text : all()) {
            terminal.say(text);
        }
        List<String> heard = new ArrayList<>();
        while (heard.size() < CLIENTS * MESSAGES) {
            String line = terminal.line();
            if (line.contains(": message ")) {
                heard.add(line);
            }
        }
        return heard;
    }

    private static List<String> all() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            texts.add("message " + i + " ✓");
        }
        return texts;
    }
}
