package checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// `docs/snippets/clients/console.js`, as typed into the console of the server's own page.
class ConsoleClientIT extends SessionPageTests {

    @Test
    void theConsoleIsAClientToo() throws IOException, InterruptedException {
        Page page = blank(900, 560, new NewContextOptions());
        List<String> printed = new CopyOnWriteArrayList<>();
        open(page, "");
        String source = Course.read(Course.here().root().resolve("docs/snippets/clients/console.js"));
        page.onConsoleMessage(message -> printed.add(message.text()));
        page.evaluate("() => {" + source + "}");
        page.waitForCondition(() -> printed.stream().anyMatch(line -> line.contains("\"message\":\"hi\"")));
        server.stop();
        page.waitForCondition(() -> printed.contains("closed with 1001 the server is stopping"));
        assertThat(printed).contains(
                "{\"type\":1,\"name\":\"console\",\"message\":\"console joined, 1 person in the room\"}",
                "{\"type\":0,\"name\":\"console\",\"message\":\"hi\"}");
    }
}
