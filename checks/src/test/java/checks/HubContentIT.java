package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What others send to a page of step 3: texts, files, and things it does not know.
class HubContentIT extends HubPageTests {

    private static final int TEXT_LIMIT = 8192;

    @Test
    void hostileTextStaysText() throws IOException, InterruptedException {
        EchoPage ada = join("ada");
        EchoPage bob = join("bob");
        for (String text : List.of("<img src=x onerror='window.marker=1'>", "<script>window.marker=1</script>",
                "javascript:window.marker=1", "\u202Egnp.exe", "{\"type\":2,\"name\":\"bob\",\"message\":\"bob left\"}",
                "👋🏽 ﷽", "\"\\u0000</li>", "é".repeat(TEXT_LIMIT / 2))) {
            ada.say(text);
            assertHeard("ada", text, ada, bob);
        }
        try (Terminal nc = Terminal.nc(server)) {
            String address = nc.name();
            nc.await(address + " joined, 3 people in the room");
            nc.say("<img src=x onerror='window.marker=1'>\u001B[31m\u202E");
            assertHeard(address, "<img src=x onerror='window.marker=1'>\u001B[31m\u202E", ada, bob);
        }
        ada.say("x".repeat(TEXT_LIMIT + 1));
        assertThat(ada.entries("error")).containsText("8193 bytes");
        assertThat(ada.text()).hasValue("x".repeat(TEXT_LIMIT + 1));
        for (EchoPage page : List.of(ada, bob)) {
            assertThat(page.page.locator("[role=log] :is(img, svg, script, a)")).hasCount(0);
        }
    }

    @Test
    void aFileComesUnderItsSendersName() throws IOException {
        EchoPage ada = join("ada");
        EchoPage bob = join("bob");
        EchoPage cleo = join("cleo");
        byte[] picture = new byte[300_000];
        new Random(3).nextBytes(picture);
        ada.chooseFile("picture.png", picture);
        for (EchoPage receiver : List.of(bob, cleo)) {
            assertThat(receiver.files()).containsText("picture.png");
            assertThat(receiver.entries("received").last().locator(".author")).hasText("ada");
            assertThat(receiver.save(receiver.files())).isEqualTo(picture);
        }
        assertThat(ada.entries("sent")).containsText("picture.png");
        assertThat(ada.page.locator("progress")).hasCount(0);
        bob.page.evaluate("() => { window.hostileName = '../../<img src=x onerror=window.marker=1>\u202Egnp.exe'; }");
        bob.chooseFile("file", EchoPageTests.CONTENT);
        for (EchoPage receiver : List.of(ada, cleo)) {
            assertThat(receiver.entries("received").last().locator(".author")).hasText("bob");
            Locator link = receiver.files().last();
            assertThat(receiver.download(link).suggestedFilename()).doesNotContainPattern("[/\\\\<>\\p{Cc}\\p{Cf}]");
            assertThat(receiver.save(link)).isEqualTo(EchoPageTests.CONTENT);
        }
    }

    @Test
    void whatThePageDoesNotKnowIsIgnored() {
        Page blank = blank(900, 560, new NewContextOptions());
        blank.addInitScript("""
                const send = WebSocket.prototype.send;
                WebSocket.prototype.send = function (data) {
                    window.socket = this;
                    send.call(this, data);
                };
                """);
        EchoPage ada = open(blank, query("ada"));
        assertJoined(ada, "ada");
        ada.say("one");
        assertHeard("ada", "one", ada);
        for (String text : List.of("{\"type\":4,\"name\":\"\",\"message\":\"\"}", "{\"type\":99}", "{}", "[]", "7",
                "{\"type\":1,\"name\":\"x\",\"message\":7}", "no JSON", "null", "")) {
            ada.page.evaluate("data => window.socket.dispatchEvent(new MessageEvent('message', { data }))", text);
        }
        assertThat(ada.entries("error")).hasCount(3);
        ada.say("two");
        assertHeard("ada", "two", ada);
    }
}
