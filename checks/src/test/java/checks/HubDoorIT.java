package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// How a page of step 3 comes in, is refused, is sent away, and comes in again.
class HubDoorIT extends HubPageTests {

    @Test
    void whenTheServerStopsThePageSaysSoAndConnectWorksAgainAfterwards() throws IOException, InterruptedException {
        EchoPage ada = join("ada");
        String port = "--port=" + URI.create(server.url()).getPort();
        ada.text().fill("not sent yet");
        server.stop();
        ada.expectState(".*1001.*stopping.*");
        assertThat(ada.entries("notice").last()).containsText("1001");
        assertPeople("", ada);
        assertThat(ada.enabledButtons()).containsExactly("Connect");
        ada.button("Connect").click();
        ada.expectState("Not connected\\. The server is not there\\.");
        restart(port);
        ada.button("Connect").click();
        assertJoined(ada, "ada");
        assertPeople("1 person in the room", ada);
        assertThat(ada.text()).hasValue("not sent yet");
        ada.button("Send").click();
        assertHeard("ada", "not sent yet", ada);
    }

    @Test
    void whyAConnectFailedIsSaidInTheServersWords() throws IOException, InterruptedException {
        restart("--max-connections=1", "--name-limit=5");
        EchoPage ada = join("ada");
        EchoPage bob = open(query("bob"));
        bob.expectState("Not connected\\. The server is full\\. Try again later\\.");
        assertThat(bob.entries("error")).containsText("The server is full.");
        assertThat(bob.enabledButtons()).containsExactly("Connect");
        ada.say("still here");
        assertHeard("ada", "still here", ada);
        restart("--port=" + URI.create(server.url()).getPort(), "--name-limit=5");
        connectAs(bob, "robert");
        bob.expectState("Not connected\\. A name has at most 5 characters\\.");
        connectAs(bob, "bob");
        assertJoined(bob, "bob");
    }

    @Test
    void whoWouldBeLetInNowIsToldToTryAgain() {
        Page blank = blank(900, 560, new NewContextOptions());
        blank.addInitScript("""
                window.WebSocket = class extends WebSocket {
                    constructor(url) {
                        super(window.works ? url : String(url).replace('/ws', '/nothing'));
                    }
                };
                """);
        EchoPage ada = open(blank, query("ada"));
        ada.expectState("Not connected\\. The server answers, but the WebSocket did not get through: try again\\.");
        ada.page.evaluate("() => { window.works = true; }");
        ada.button("Connect").click();
        assertJoined(ada, "ada");
    }

    @Test
    void everythingWorksWithTheKeyboardAlone() {
        EchoPage ada = open("");
        ada.tabTo(name(ada));
        ada.page.keyboard().type("ada");
        ada.page.keyboard().press("Enter");
        assertJoined(ada, "ada");
        assertThat(ada.text()).isFocused();
        ada.page.keyboard().type("typed");
        ada.page.keyboard().press("Enter");
        assertHeard("ada", "typed", ada);
        ada.tabTo(ada.button("Close"));
        ada.page.keyboard().press("Enter");
        ada.expectState("Closed with code 1000: done");
        assertThat(ada.button("Connect")).isFocused();
        ada.page.keyboard().press("Shift+Tab");
        ada.page.keyboard().type("bob");
        ada.page.keyboard().press("Enter");
        assertJoined(ada, "bob");
    }
}
