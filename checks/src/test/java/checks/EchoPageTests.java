package checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/// A browser and a running server of step 1 for the tests of a class, and what must hold after each of them.
@Timeout(60)
abstract class EchoPageTests {

    /// Leads to the shared server too, so that pictures show the address people use.
    static final String SHOWN_URL = "http://localhost:8080/";
    static final byte[] CONTENT = "<script>window.marker = 1</script>".getBytes(StandardCharsets.UTF_8);

    private static @Nullable Chromium chromium;
    private static @Nullable RunningServer shared;

    private @Nullable EchoPage opened;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        shared = RunningServer.start(step(), List.of());
        String address = URI.create(shared.url()).getAuthority();
        chromium = Chromium.launch("--host-resolver-rules=MAP " + URI.create(SHOWN_URL).getAuthority() + " " + address);
    }

    @AfterAll
    static void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (shared != null) {
            shared.close();
        }
    }

    /// Whatever a test does: no error in the page, nothing run, and no request to anybody but the server.
    @AfterEach
    void nothingWentWrongUnseen() {
        EchoPage page = opened;
        if (page != null) {
            String host = URI.create(page.page.url()).getAuthority();
            assertThat(page.errors).isEmpty();
            assertThat(page.page.evaluate("() => window.marker")).isNull();
            assertThat(page.requests).filteredOn(url -> !url.startsWith("blob:") && !url.startsWith("data:"))
                    .allMatch(url -> host.equals(URI.create(url).getAuthority()));
            page.page.context().close();
        }
    }

    static Step step() {
        return Course.here().step("step1-echo");
    }

    static String url() {
        RunningServer server = shared;
        return server == null ? "" : server.url();
    }

    EchoPage open(int width, int height) {
        return open(url(), width, height, new NewContextOptions());
    }

    EchoPage open(String url, int width, int height, NewContextOptions options) {
        Chromium browser = chromium;
        if (browser == null) {
            throw new IllegalStateException("no browser");
        }
        EchoPage echo = EchoPage.open(browser.open(width, height, options), url);
        opened = echo;
        return echo;
    }

    /// The page with a mistake planted in one of its scripts; what must hold afterwards is not asked of it.
    EchoPage openBroken(String script, String right, String wrong) {
        Chromium browser = chromium;
        if (browser == null) {
            throw new IllegalStateException("no browser");
        }
        Page page = browser.open(900, 560, new NewContextOptions());
        page.route("**/" + script, route -> {
            APIResponse response = route.fetch();
            assertThat(response.text()).contains(right);
            route.fulfill(new Route.FulfillOptions().setResponse(response)
                    .setBody(response.text().replace(right, wrong)));
        });
        return EchoPage.open(page, url());
    }
}
