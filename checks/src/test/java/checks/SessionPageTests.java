package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Timeout;

/// An empty room of step 4 for each test, and pages that can be asked what they tried.
@Timeout(240)
abstract class SessionPageTests extends HubPageTests {

    /// How long a page may take to come back, in milliseconds: its longest wait, and a slow machine.
    private static final int RETURN = 90_000;

    /// Notes in the page when its connections began and ended, what it heard, and how often it moved something.
    private static final String NOTES = """
            window.notes = { tried: [], ended: [], heard: 0, moves: 0 };
            window.WebSocket = class extends WebSocket {
                constructor(url) {
                    super(url);
                    window.notes.tried.push(Date.now());
                    this.addEventListener('close', () => window.notes.ended.push(Date.now()));
                    this.addEventListener('message', () => window.notes.heard++);
                }
            };
            const animate = Element.prototype.animate;
            Element.prototype.animate = function (...how) {
                window.notes.moves++;
                return animate.call(this, ...how);
            };
            """;

    @Override
    Step step() {
        return Course.here().step("step4-connection-wrapper");
    }

    @Override
    Page blank(int width, int height, NewContextOptions options) {
        Page blank = super.blank(width, height, options);
        blank.addInitScript(NOTES);
        return blank;
    }

    /// A page whose clock the test can turn on; it goes by itself too.
    EchoPage openWithClock(String query) {
        Page blank = blank(900, 560, new NewContextOptions());
        blank.clock().install();
        return open(blank, query);
    }

    /// A new server where the old one was.
    void comeBack() throws IOException, InterruptedException {
        restart("--port=" + URI.create(server.url()).getPort());
    }

    /// Waits until this page has come back by itself, however long it waits between its attempts.
    static void assertBack(EchoPage page, String name) {
        assertThat(page.state()).hasText("Connected as " + name, new HasTextOptions().setTimeout(RETURN));
    }

    static int attempts(EchoPage page) {
        return (int) page.page.evaluate("() => notes.tried.length");
    }

    /// From now on this page waits for a minute, or not at all, before it tries again.
    static void patient(EchoPage page) {
        page.page.evaluate("() => { Math.random = () => 30; }");
    }
}
