package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The pages of step 2 in a real Chromium: three people in one room.
@Timeout(60)
class RoomPageIT {

    private RunningServer server;
    private Chromium chromium;
    private EchoPage ada;
    private EchoPage bob;
    private EchoPage cleo;

    @BeforeEach
    void threePeopleConnect() throws IOException, InterruptedException {
        server = RunningServer.start(Course.here().step("step2-broadcast-lock"), List.of());
        chromium = Chromium
                .launch("--host-resolver-rules=MAP " + URI.create(EchoPageTests.SHOWN_URL).getAuthority() + " "
                        + URI.create(server.url()).getAuthority());
        ada = newcomer();
        bob = newcomer();
        cleo = newcomer();
    }

    @AfterEach
    void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Tag("picture")
    void whatOneSaysTheOthersHearAndTheSpeakerDoesNot() {
        ada.say("hello, everyone");
        assertThat(bob.entries("received")).containsText("hello, everyone");
        assertThat(cleo.entries("received")).containsText("hello, everyone");
        bob.say("hello, ada");
        assertThat(ada.entries("received")).containsText("hello, ada");
        assertThat(cleo.entries("received").locator(".text"))
                .containsText(new String[]{"hello, everyone", "hello, ada"});
        assertThat(ada.entries("sent")).containsText("hello, everyone");
        assertThat(ada.entries("received")).hasCount(1);
        cleo.screenshot("step2-page");
    }

    @Test
    void aPictureOneSendsTheOthersSaveIdentical() throws IOException {
        byte[] picture = new byte[300_000];
        new Random(2).nextBytes(picture);
        ada.chooseFile("picture.png", picture);
        for (EchoPage receiver : List.of(bob, cleo)) {
            assertThat(receiver.files()).hasCount(1);
            assertThat(receiver.files()).containsText("picture.png");
            assertThat(receiver.save(receiver.files())).isEqualTo(picture);
        }
        assertThat(ada.files()).hasCount(0);
    }

    @Test
    void aHostileFileNameFromSomebodyElseIsCleaned() throws IOException {
        for (String name : List.of("../../x", "photo\u202Egnp.exe", "<img src=x onerror='window.marker=1'>")) {
            int before = bob.files().count();
            ada.page.evaluate("name => { window.hostileName = name; }", name);
            ada.chooseFile("file", EchoPageTests.CONTENT);
            assertThat(bob.files()).hasCount(before + 1);
            Locator link = bob.files().last();
            assertThat(bob.download(link).suggestedFilename()).doesNotContainPattern("[/\\\\<>\\p{Cc}\\p{Cf}]");
            assertThat(bob.save(link)).isEqualTo(EchoPageTests.CONTENT);
        }
        assertThat(bob.page.locator("[role=log] img")).hasCount(0);
        assertThat(bob.page.evaluate("() => window.marker")).isNull();
        assertThat(bob.errors).isEmpty();
    }

    @Test
    void afterAStopThePageWaitsUntilSomebodyConnects() throws IOException, InterruptedException {
        String port = "--port=" + URI.create(server.url()).getPort();
        server.stop();
        for (EchoPage page : List.of(ada, bob, cleo)) {
            page.expectState(".*1001.*stopping.*");
        }
        try (RunningServer _ = RunningServer.start(Course.here().step("step2-broadcast-lock"), List.of(port))) {
            ada.connect();
            bob.connect();
            ada.say("where is cleo?");
            assertThat(bob.entries("received")).containsText("where is cleo?");
            assertThat(cleo.enabledButtons()).containsExactly("Connect");
        }
    }

    private EchoPage newcomer() {
        EchoPage page = EchoPage.open(chromium.open(900, 560, new NewContextOptions()), EchoPageTests.SHOWN_URL);
        page.connect();
        return page;
    }
}
