package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An empty room of step 3 for each test, and what must hold afterwards.
@Timeout(60)
abstract class HubPageTests {

    @RegisterExtension
    static final OneChromium CHROMIUM = new OneChromium();

    RunningServer server;
    private final List<EchoPage> opened = new ArrayList<>();

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = RunningServer.start(step(), List.of());
    }

    @AfterEach
    void nothingWentWrongUnseen() throws IOException {
        try (RunningServer _ = server) {
            for (EchoPage page : opened) {
                String host = URI.create(page.page.url()).getAuthority();
                assertThat(page.errors).isEmpty();
                assertThat(page.page.evaluate("() => window.marker")).isNull();
                assertThat(page.requests).filteredOn(url -> !url.startsWith("blob:") && !url.startsWith("data:"))
                        .allMatch(url -> host.equals(URI.create(url).getAuthority()));
            }
        } finally {
            opened.forEach(page -> page.page.context().close());
        }
    }

    Step step() {
        return Course.here().step("step3-hub-channels");
    }

    /// Another room instead of the one every test starts with.
    void restart(String... options) throws IOException, InterruptedException {
        server.close();
        server = RunningServer.start(step(), List.of(options));
    }

    /// A window of somebody else, with nothing in it yet.
    Page blank(int width, int height, NewContextOptions options) {
        return CHROMIUM.open(width, height, options);
    }

    EchoPage open(Page blank, String query) {
        EchoPage page = EchoPage.open(blank, server.url() + query);
        opened.add(page);
        return page;
    }

    EchoPage open(String query) {
        return open(blank(900, 560, new NewContextOptions()), query);
    }

    /// Comes in through the address, and waits until the room has said so.
    EchoPage join(String name) {
        EchoPage page = open(query(name));
        assertJoined(page, name);
        return page;
    }

    static String query(String name) {
        return "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    static void assertJoined(EchoPage page, String name) {
        assertThat(page.state()).hasText("Connected as " + name);
        assertThat(page.entries("notice").last()).containsText(name + " joined, ");
    }

    static void connectAs(EchoPage page, String name) {
        name(page).fill(name);
        page.button("Connect").click();
    }

    static Locator name(EchoPage page) {
        return page.page.getByLabel("Your name");
    }

    static void assertPeople(String words, EchoPage... pages) {
        for (EchoPage page : pages) {
            assertThat(page.page.locator("#people")).hasText(words);
        }
    }

    /// Waits until everyone has heard this as the last thing said.
    static void assertHeard(String author, String words, EchoPage... pages) {
        for (EchoPage page : pages) {
            Locator last = page.page.locator("li.sent, li.received").last();
            assertThat(last.locator(".text")).hasText(words);
            assertThat(last.locator(".author")).hasText(author);
        }
    }

    /// All that was said, as a terminal shows it.
    static List<String> talk(EchoPage page) {
        return page.page.locator("li.sent, li.received").all().stream()
                .map(entry -> entry.locator(".author").textContent() + ": " + entry.locator(".text").textContent())
                .toList();
    }
}
