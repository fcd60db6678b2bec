package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A page of step 4 loses its connection and comes back by itself, or rightly does not.
class ReconnectPageIT extends SessionPageTests {

    private static final String AWAY = "Disconnected since [0-9:]+.*";

    @Test
    void tenPagesComeBackEachInItsOwnTimeAndWithItsNameAfterTheServerWasKilled()
            throws IOException, InterruptedException {
        List<EchoPage> pages = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            pages.add(open(query("page " + i)));
        }
        assertPeople("10 people in the room", pages.toArray(EchoPage[]::new));
        for (EchoPage page : pages) {
            page.text().fill("typed by " + pages.indexOf(page));
        }
        server.signal("KILL");
        for (EchoPage page : pages) {
            page.expectState(AWAY);
            assertThat(page.enabledButtons()).contains("Close").doesNotContain("Send", "Send file");
        }
        pages.getFirst().expectState(AWAY + " Reconnecting in [0-9]+ s");
        pages.getFirst().screenshot("step4-away");
        comeBack();
        List<Double> waits = new ArrayList<>();
        for (EchoPage page : pages) {
            assertBack(page, "page " + pages.indexOf(page));
            assertThat(page.text()).hasValue("typed by " + pages.indexOf(page));
            assertThat(page.text()).isFocused();
            assertThat(page.entries("notice").getByText("was said since").first()).isVisible();
            waits.add(Double.valueOf(page.page.evaluate("() => notes.tried[1] - notes.ended[0]").toString()));
        }
        assertThat(Collections.max(waits) - Collections.min(waits)).as("milliseconds: %s", waits).isGreaterThan(100);
        assertPeople("10 people in the room", pages.toArray(EchoPage[]::new));
        pages.getFirst().button("Send").click();
        assertHeard("page 0", "typed by 0", pages.toArray(EchoPage[]::new));
    }

    @Test
    void aServerThatStandsStillIsLeftAndFoundAgain() throws IOException, InterruptedException {
        EchoPage ada = join("ada");
        ada.text().fill("not sent yet");
        server.signal("STOP");
        ada.expectState(AWAY);
        assertThat(ada.entries("notice").last()).containsText("the heartbeat is missing");
        assertThat(ada.entries("notice").last()).containsText("1006");
        server.signal("CONT");
        assertBack(ada, "ada");
        assertPeople("1 person in the room", ada);
        assertThat(ada.text()).hasValue("not sent yet");
        ada.button("Send").click();
        assertHeard("ada", "not sent yet", ada);
    }

    @Test
    void afterAnOrderlyStopAPageComesBackAndOneThatWasClosedDoesNot() throws IOException, InterruptedException {
        EchoPage ada = join("ada");
        EchoPage bob = openWithClock(query("bob"));
        assertJoined(bob, "bob");
        server.stop();
        for (EchoPage page : List.of(ada, bob)) {
            page.expectState(AWAY);
            assertThat(page.entries("notice").getByText("code 1001: the server is stopping")).hasCount(1);
        }
        bob.button("Close").click();
        bob.expectState("Closed.*");
        assertThat(bob.enabledButtons()).containsExactly("Connect");
        int before = attempts(bob);
        comeBack();
        assertBack(ada, "ada");
        bob.page.clock().runFor("02:00");
        assertThat(attempts(bob)).isEqualTo(before);
        bob.expectState("Closed.*");
        bob.button("Connect").click();
        assertJoined(bob, "bob");
        bob.button("Close").click();
        bob.expectState("Closed with code 1000: done");
        bob.page.clock().runFor("02:00");
        assertThat(attempts(bob)).isEqualTo(before + 1);
    }

    @Test
    void connectTriesAtOnceAndAFileChosenMeanwhileIsSentThen() throws IOException, InterruptedException {
        EchoPage ada = join("ada");
        FileChooser chooser = ada.page.waitForFileChooser(() -> ada.button("Send file").click());
        patient(ada);
        server.stop();
        ada.expectState(AWAY + " Reconnecting in [0-9]+ s");
        chooser.setFiles(new FilePayload("poem.txt", "text/plain", EchoPageTests.CONTENT));
        assertThat(ada.entries("notice").last()).containsText("poem.txt is kept until we are connected");
        comeBack();
        EchoPage bob = join("bob");
        ada.button("Connect").click();
        assertThat(ada.state()).hasText("Connected as ada");
        assertThat(ada.entries("sent")).containsText("poem.txt");
        assertThat(bob.files()).hasText("poem.txt");
        assertThat(bob.save(bob.files())).isEqualTo(EchoPageTests.CONTENT);
    }

    @Test
    void whoIsRefusedForGoodDoesNotTryAgainAndWhoFindsTheRoomFullDoes() throws IOException, InterruptedException {
        restart("--max-connections=2", "--name-limit=5");
        EchoPage ada = join("ada");
        EchoPage other = openWithClock(query("ada"));
        other.expectState("Closed with code 4001: that name is taken");
        assertThat(other.enabledButtons()).containsExactly("Connect");
        EchoPage robert = openWithClock(query("robert"));
        robert.expectState("Not connected\\. A name has at most 5 characters\\.");
        for (EchoPage refused : List.of(other, robert)) {
            refused.page.clock().runFor("02:00");
            assertThat(attempts(refused)).isEqualTo(1);
        }
        connectAs(other, "bob");
        assertJoined(other, "bob");
        EchoPage cleo = open(query("cleo"));
        cleo.expectState(AWAY + " The server is full\\. Try again later\\. Reconnecting in [0-9]+ s");
        other.button("Close").click();
        assertBack(cleo, "cleo");
        assertPeople("2 people in the room", ada, cleo);
    }
}
