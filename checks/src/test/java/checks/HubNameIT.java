package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names on a page of step 3: good, bad and taken.
class HubNameIT extends HubPageTests {

    private static final List<String> BAD_NAMES = List.of("   ", "x".repeat(25), "ada\u202Eadb", "a\u200Fb", "a\tb",
            "\uFFFD", "127.0.0.1:50412", "[::1]:80");

    @Test
    void aBadNameIsRefusedInWordsBeforeThePageConnects() {
        EchoPage page = open("");
        page.button("Connect").click();
        page.expectState("Not connected\\. Choose a name first\\.");
        for (String bad : BAD_NAMES) {
            String good = "ok " + BAD_NAMES.indexOf(bad);
            connectAs(page, good);
            assertJoined(page, good);
            page.button("Close").click();
            page.expectState("Closed with code 1000: done");
            connectAs(page, bad);
            page.expectState("Not connected\\. (Choose|A name) [a-z0-9 ,]+\\.");
            assertThat(page.enabledButtons()).containsExactly("Connect");
        }
        page.page.evaluate("""
                () => {
                    const name = document.getElementById('name');
                    name.value = 'a\\ud800';
                    name.dispatchEvent(new Event('input'));
                }""");
        page.button("Connect").click();
        page.expectState("Not connected\\. A name has no control characters.*");
        assertThat(page.requests).filteredOn(url -> url.contains("/ws")).hasSize(BAD_NAMES.size())
                .allMatch(url -> url.contains("/ws?name=ok"));
    }

    @Test
    void whatABrokenPageLetsThroughTheServerRefusesAndThePageShowsItsSentence() {
        for (String bad : List.of("x".repeat(25), "ada\u202Eadb", "127.0.0.1:50412")) {
            EchoPage page = openBroken("name.js", "faultOf(name) {", "faultOf(name) { return '';", query(bad));
            page.expectState("Not connected\\. A name [a-z0-9 ,]+\\.");
            assertThat(page.requests).anyMatch(url -> url.startsWith("ws:"));
        }
    }

    @Test
    void aNameMayBeAnythingElseAndIsHeardAsItWasTyped() {
        EchoPage witness = join("witness");
        for (String name : List.of("<img src=x onerror=a()>", "a+b c&d=é%#?/\\", "👋".repeat(24), "שלום",
                "{\"type\":0}")) {
            EchoPage page = open("");
            connectAs(page, "  " + name + " ");
            assertJoined(page, name);
            page.say("I am " + name);
            assertHeard(name, "I am " + name, page, witness);
            assertThat(page.entries("sent")).hasCount(1);
            page.page.reload();
            assertJoined(page, name);
        }
        assertThat(witness.page.locator("[role=log] img")).hasCount(0);
    }

    @Test
    void aNameInTheAddressJoinsAtOnceAndIsKeptThere() {
        EchoPage ada = join("ada");
        assertThat(name(ada)).hasValue("ada");
        assertThat(ada.text()).isFocused();
        assertThat(ada.enabledButtons()).containsExactly("Close", "Send file");
        ada.button("Close").click();
        ada.expectState("Closed with code 1000: done");
        connectAs(ada, "ada lovelace");
        assertJoined(ada, "ada lovelace");
        ada.page.reload();
        assertJoined(ada, "ada lovelace");
        assertThat(name(ada)).hasValue("ada lovelace");
    }

    @Test
    void whoseNameIsTakenIsToldAndComesInUnderAnother() {
        EchoPage ada = join("ada");
        EchoPage other = open(query("ada"));
        other.expectState("Closed with code 4001: that name is taken.*");
        assertThat(name(other)).isFocused();
        assertThat(other.enabledButtons()).containsExactly("Connect");
        connectAs(other, "Ada");
        assertJoined(other, "Ada");
        assertPeople("2 people in the room", ada, other);
        other.say("two of us");
        assertHeard("Ada", "two of us", ada, other);

        EchoPage late = open(query("ada"));
        late.expectState("Closed with code 4001.*");
        late.page.reload(); // now the name might be its own, so it tries for a while
        late.expectState("Closed with code 4001.*");
        assertThat(late.enabledButtons()).containsExactly("Connect");
    }

    /// The page with every occurrence of something in one of its scripts replaced by a mistake.
    private EchoPage openBroken(String script, String right, String wrong, String query) {
        Page blank = blank(900, 560, new NewContextOptions());
        blank.route("**/" + script, route -> {
            APIResponse response = route.fetch();
            assertThat(response.text()).contains(right);
            route.fulfill(new Route.FulfillOptions().setResponse(response)
                    .setBody(response.text().replace(right, wrong)));
        });
        return open(blank, query);
    }
}
