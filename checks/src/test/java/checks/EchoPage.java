package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The page as its user sees it: buttons by their words, messages by where they stand.
final class EchoPage {

    /// Replaces the name in each outgoing file by `window.hostileName`, which no file chooser would let through.
    private static final String HOSTILE_SENDER = """
            const send = WebSocket.prototype.send;
            WebSocket.prototype.send = function (data) {
                if (window.hostileName !== undefined && typeof data !== 'string') {
                    const old = new Uint8Array(data);
                    const name = new TextEncoder().encode(window.hostileName);
                    const rest = old.subarray(2 + old[0] + 256 * old[1]);
                    data = new Uint8Array([name.length & 255, name.length >> 8, ...name, ...rest]).buffer;
                }
                send.call(this, data);
            };
            """;

    final Page page;
    /// What went wrong in the page without anybody seeing it.
    final List<String> errors = new ArrayList<>();
    /// Addresses the page asked for.
    final List<String> requests = new ArrayList<>();

    private EchoPage(Page page) {
        this.page = page;
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
        page.onRequest(request -> requests.add(request.url()));
        page.onFileChooser(_ -> {
            // with a listener from the start the browser never shows a dialog of its own
        });
        page.onWebSocket(socket -> requests.add(socket.url()));
    }

    static EchoPage open(Page page, String url) {
        EchoPage opened = new EchoPage(page);
        page.addInitScript(HOSTILE_SENDER);
        page.navigate(url);
        return opened;
    }

    Locator button(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    Locator text() {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }

    Locator state() {
        return page.locator("#state");
    }

    /// The entries of the log: `sent`, `received`, `notice` or `error`.
    Locator entries(String kind) {
        return page.getByRole(AriaRole.LOG).locator("li." + kind);
    }

    void connect() {
        button("Connect").click();
        assertThat(state()).containsText("Connected");
    }

    void say(String words) {
        text().fill(words);
        button("Send").click();
    }

    /// Sends a file and returns the link under which it came back.
    Locator sendFile(String name, byte[] content) {
        int before = files().count();
        chooseFile(name, content);
        assertThat(files()).hasCount(before + 1);
        return files().last();
    }

    /// Sends a file to whoever hears it.
    void chooseFile(String name, byte[] content) {
        page.waitForFileChooser(() -> button("Send file").click())
                .setFiles(new FilePayload(name, "text/html", content));
    }

    Locator sendFileCalled(String hostileName, byte[] content) {
        page.evaluate("name => { window.hostileName = name; }", hostileName);
        Locator link = sendFile("file", content);
        page.evaluate("() => { delete window.hostileName; }");
        return link;
    }

    byte[] save(Locator link) throws IOException {
        return Files.readAllBytes(download(link).path());
    }

    Download download(Locator link) {
        return page.waitForDownload(link::click);
    }

    Locator files() {
        return entries("received").getByRole(AriaRole.LINK);
    }

    /// Presses Tab until something with these words has the focus.
    void tabTo(Locator wanted) {
        for (int i = 0; i < 20; i++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + wanted);
    }

    void screenshot(String name) {
        Path folder = Course.here().root().resolve("checks/target/screenshots");
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    void expectState(String pattern) {
        assertThat(state()).hasText(Pattern.compile(pattern));
    }

    /// Which of these buttons can be pressed now.
    List<String> enabledButtons() {
        return List.of("Connect", "Close", "Send", "Send file").stream().filter(words -> button(words).isEnabled())
                .toList();
    }
}
