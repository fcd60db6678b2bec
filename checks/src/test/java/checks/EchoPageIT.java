package checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The page of step 1 in a real Chromium, used as people use it.
class EchoPageIT extends EchoPageTests {

    private static final int FILE_LIMIT = 1_048_576;

    @Test
    @Tag("picture")
    void whatIsSaidComesBackWithTheLocalTimeAndSentAndReceivedAreToldApart() {
        EchoPage page = open(SHOWN_URL, 900, 560, new NewContextOptions());
        assertThat(page.enabledButtons()).containsExactly("Connect");
        page.connect();
        assertThat(page.enabledButtons()).containsExactly("Close", "Send file");
        page.say("Hello, Jürgen");
        PlaywrightAssertions.assertThat(page.entries("received")).containsText("Hello, Jürgen");
        PlaywrightAssertions.assertThat(page.entries("sent")).containsText("Hello, Jürgen");
        assertThat(page.entries("sent").innerText()).contains("Sent").containsPattern("[0-9]{1,2}:[0-9]{2}");
        assertThat(page.entries("received").innerText()).contains("Received").containsPattern("[0-9]{1,2}:[0-9]{2}");
        page.sendFile("notes.txt", CONTENT);
        PlaywrightAssertions.assertThat(page.page.locator("progress")).hasCount(0);
        page.screenshot("step1-page");
        page.button("Close").click();
        page.expectState(".*1000.*done.*");
        assertThat(page.enabledButtons()).containsExactly("Connect");
    }

    @Test
    void aFileComesBackIdenticalUpToTheLimitAndIsRefusedInWordsAboveIt() throws IOException {
        EchoPage page = open(900, 560);
        page.connect();
        byte[] largest = new byte[FILE_LIMIT - 2 - "photo.bin".length()];
        new Random(1).nextBytes(largest);
        Locator link = page.sendFile("photo.bin", largest);
        assertThat(link.innerText()).contains("photo.bin");
        assertThat(page.save(link)).isEqualTo(largest);

        page.page.waitForFileChooser(() -> page.button("Send file").click()).setFiles(
                new FilePayload("photo.bin", "", new byte[largest.length + 1]));
        PlaywrightAssertions.assertThat(page.entries("error")).containsText("limit");
        page.expectState("Connected.*");
    }

    @Test
    void hostileTextStaysText() {
        EchoPage page = open(900, 560);
        page.connect();
        for (String text : List.of("<img src=x onerror='window.marker=1'>", "<script>window.marker=1</script>",
                "javascript:window.marker=1", "\u202Egnp.exe", "👋🏽 ﷽", "<svg onload=window.marker=1>")) {
            page.say(text);
            PlaywrightAssertions.assertThat(page.entries("received").last().locator(".text")).hasText(text);
        }
        assertThat(page.page.locator("[role=log] img, [role=log] svg, [role=log] script, [role=log] a").count())
                .isZero();
    }

    @Test
    void whenTheServerStopsThePageSaysSoAndConnectWorksAgainAfterwards() throws IOException, InterruptedException {
        String port = "--port=";
        try (RunningServer first = RunningServer.start(step(), List.of())) {
            port += URI.create(first.url()).getPort();
            EchoPage page = open(first.url(), 900, 560, new NewContextOptions());
            page.connect();
            page.text().fill("not sent yet");
            first.stop();
            page.expectState(".*1001.*stopping.*");
            assertThat(page.enabledButtons()).containsExactly("Connect");
            page.button("Connect").click();
            page.expectState("Not connected.*");
            PlaywrightAssertions.assertThat(page.button("Connect")).isFocused();
            try (RunningServer second = RunningServer.start(step(), List.of(port))) {
                assertThat(second.url()).isEqualTo(first.url());
                page.connect();
                PlaywrightAssertions.assertThat(page.text()).hasValue("not sent yet");
                page.button("Send").click();
                PlaywrightAssertions.assertThat(page.entries("received")).containsText("not sent yet");
            }
        }
    }

    @Test
    void everythingWorksWithTheKeyboardAlone() throws IOException {
        EchoPage page = open(900, 560);
        page.tabTo(page.button("Connect"));
        page.page.keyboard().press("Enter");
        page.expectState("Connected.*");
        page.tabTo(page.text());
        page.page.keyboard().type("typed");
        page.page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.entries("received")).containsText("typed");
        page.tabTo(page.button("Send file"));
        page.page.waitForFileChooser(() -> page.page.keyboard().press("Enter"))
                .setFiles(new FilePayload("notes.txt", "", CONTENT));
        PlaywrightAssertions.assertThat(page.files()).hasCount(1);
        page.tabTo(page.files());
        assertThat(page.page.waitForDownload(() -> page.page.keyboard().press("Enter")).suggestedFilename())
                .isEqualTo("notes.txt");
        page.tabTo(page.button("Close"));
        page.page.keyboard().press("Enter");
        page.expectState(".*1000.*done.*");
    }

    @Test
    void nothingIsCutOffOnANarrowPhone() {
        EchoPage page = open(url(), 360, 640,
                new NewContextOptions().setColorScheme(ColorScheme.DARK).setHasTouch(true));
        page.connect();
        page.say("w".repeat(500));
        page.say("several words ".repeat(30));
        page.sendFile("n".repeat(120) + ".txt", CONTENT);
        PlaywrightAssertions.assertThat(page.entries("received")).hasCount(3);
        assertThat((int) page.page.evaluate("() => document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        for (String words : List.of("Connect", "Close", "Send", "Send file")) {
            var box = page.button(words).boundingBox();
            assertThat(box.x).as(words).isNotNegative();
            assertThat(box.x + box.width).as(words).isLessThanOrEqualTo(360);
            assertThat(box.y + box.height).as(words).isLessThanOrEqualTo(640);
        }
        page.screenshot("step1-phone-dark");
    }
}
