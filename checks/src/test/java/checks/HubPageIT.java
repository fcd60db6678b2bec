package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The pages of step 3 in a real Chromium: people with names, and a terminal, in one room.
class HubPageIT extends HubPageTests {

    @Test
    @Tag("picture")
    void threePagesAndATerminalTalkInOneRoom() throws IOException, InterruptedException {
        EchoPage ada = join("ada");
        EchoPage bob = join("bob");
        EchoPage cleo = join("cleo");
        try (Terminal nc = Terminal.nc(server)) {
            String address = nc.name();
            nc.await(address + " joined, 4 people in the room");
            assertPeople("4 people in the room", ada, bob, cleo);
            ada.say("Is anybody here without a browser?");
            assertHeard("ada", "Is anybody here without a browser?", ada, bob, cleo);
            nc.await("ada: Is anybody here");
            nc.say("I am, in a terminal");
            assertHeard(address, "I am, in a terminal", ada, bob, cleo);
            bob.say("Then we are four, through two doors");
            assertHeard("bob", "Then we are four, through two doors", ada, bob, cleo);
            nc.await("bob: Then we are four");
            assertThat(ada.entries("sent")).hasCount(1);
            assertThat(bob.entries("sent")).containsText("Then we are four");
            bob.screenshot("step3-page");

            cleo.button("Close").click();
            nc.await("cleo left, 3 people in the room");
            assertPeople("3 people in the room", ada, bob);
            assertPeople("", cleo);
        }
        assertPeople("2 people in the room", ada, bob);
    }

    @Test
    void everyoneSeesEverythingInOneOrder() throws IOException, InterruptedException {
        try (Terminal terminal = Terminal.socket(server)) {
            String address = terminal.name();
            terminal.await(address + " joined, 1 person in the room");
            List<EchoPage> pages = List.of(join("ada"), join("bob"), join("cleo"));
            for (int i = 0; i < 10; i++) {
                for (EchoPage page : pages) {
                    page.say("number " + i);
                }
                terminal.say("number " + i);
            }
            for (EchoPage page : pages) {
                assertThat(page.page.locator("li.sent, li.received")).hasCount(40);
            }
            terminal.say("the end");
            terminal.await(address + ": the end");
            List<String> heard = terminal.lines().stream().filter(line -> line.contains(": number ")).toList();
            assertThat(heard).hasSize(40);
            for (EchoPage page : pages) {
                assertHeard(address, "the end", page);
                assertThat(talk(page).subList(0, 40)).isEqualTo(heard);
            }
        }
    }

    @Test
    void aNameHasOneColourOnEveryPageAndMyOwnWordsStandApart() {
        EchoPage ada = join("ada");
        EchoPage bob = join("bob");
        ada.say("one");
        assertHeard("ada", "one", ada, bob);
        bob.say("two");
        assertHeard("bob", "two", ada, bob);
        assertThat(hues(ada)).isEqualTo(hues(bob)).doesNotHaveDuplicates().hasSize(2);
        assertThat(ada.entries("sent")).containsText("one");
        assertThat(ada.entries("received")).containsText("two");
        assertThat(bob.entries("sent")).containsText("two");
        assertThat(bob.entries("received")).containsText("one");
    }

    @Test
    void whoReadsFurtherUpIsNotDraggedDown() {
        EchoPage ada = join("ada");
        EchoPage bob = join("bob");
        for (int i = 0; i < 5; i++) {
            bob.say(i + " and many words".repeat(100));
        }
        assertHeard("bob", "4" + " and many words".repeat(100), ada, bob);
        Locator scroller = ada.page.locator("#scroller");
        assertThat((double) scroller.evaluate("element => element.scrollTop + 0.5")).isGreaterThan(100);
        scroller.evaluate("element => { element.scrollTop = 0; }");
        // The page learns of it from an event, which comes with the next frame.
        ada.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        bob.say("news");
        assertHeard("bob", "news", ada);
        assertThat(scroller.evaluate("element => element.scrollTop")).isEqualTo(0);
        scroller.evaluate("element => { element.scrollTop = element.scrollHeight; }");
        ada.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        bob.say("at last");
        assertHeard("bob", "at last", ada);
        assertThat(ada.entries("received").last()).isInViewport();
    }

    @Test
    void nothingIsCutOffOnANarrowPhone() {
        EchoPage ada = open(blank(360, 640, new NewContextOptions().setColorScheme(ColorScheme.DARK).setHasTouch(true)),
                query("w".repeat(24)));
        assertJoined(ada, "w".repeat(24));
        EchoPage bob = join("bob");
        bob.say("w".repeat(500));
        assertHeard("bob", "w".repeat(500), ada);
        ada.say("several words ".repeat(10).strip());
        bob.chooseFile("n".repeat(120) + ".txt", EchoPageTests.CONTENT);
        assertThat(ada.files()).hasCount(1);
        ada.screenshot("step3-phone-dark");
        assertThat((int) ada.page.evaluate("() => document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        for (String words : List.of("Connect", "Close", "Send", "Send file")) {
            var box = ada.button(words).boundingBox();
            assertThat(box.x).as(words).isNotNegative();
            assertThat(box.x + box.width).as(words).isLessThanOrEqualTo(360);
            assertThat(box.y + box.height).as(words).isLessThanOrEqualTo(640);
        }
        ada.screenshot("step3-phone-dark");
    }

    private static List<String> hues(EchoPage page) {
        return page.page.locator(".author").all().stream()
                .map(author -> String.valueOf(author.evaluate("name => name.style.getPropertyValue('--hue')")))
                .toList();
    }
}
