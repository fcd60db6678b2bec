package checks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a page of step 4 shows that nobody in the room has said: the heartbeat and pushes.
class PulsePageIT extends SessionPageTests {

    @Test
    void theHeartbeatIsAPulseAndNoLineOfTheChat() {
        EchoPage ada = join("ada");
        Page calm = blank(900, 560, new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        EchoPage bob = open(calm, query("bob"));
        assertJoined(bob, "bob");
        ada.page.waitForFunction("() => document.getAnimations().some(beat => "
                + "beat.effect.target.id === 'state' && beat.effect.pseudoElement === '::before')");
        for (EchoPage page : List.of(ada, bob)) {
            page.page.waitForFunction("""
                    () => {
                        window.before ??= notes.heard;
                        return notes.heard >= window.before + 2;
                    }""");
        }
        assertThat((int) ada.page.evaluate("() => notes.moves")).isPositive();
        assertThat((int) bob.page.evaluate("() => notes.moves")).isZero();
        for (EchoPage page : List.of(ada, bob)) {
            assertThat(page.page.locator("#log :is(.sent, .received, .error, .text:empty)")).hasCount(0);
        }
    }

    @Test
    @Tag("picture")
    void aPushIsShownOnAllPagesUnderItsNameAndToldApartFromTalk() throws IOException, InterruptedException {
        EchoPage ada = join("ada");
        Page narrow = blank(360, 640, new NewContextOptions().setColorScheme(ColorScheme.DARK).setHasTouch(true));
        EchoPage bob = open(narrow, query("bob"));
        assertJoined(bob, "bob");
        ada.say("When is the next deploy?");
        assertHeard("ada", "When is the next deploy?", ada, bob);
        bob.say("They will tell us.");
        assertHeard("bob", "They will tell us.", ada, bob);
        try (Terminal nc = Terminal.nc(server)) {
            assertPeople("3 people in the room", ada, bob);
            assertThat(push("ops", "Deploy at five, back at ten past")).isEqualTo("{\"delivered\":3}");
            nc.await("[ops] Deploy at five");
            assertPushed("Deploy at five, back at ten past", ada, bob);
            ada.screenshot("step4-page");
            bob.screenshot("step4-phone-dark");
            assertThat(push("ops", "<b onclick=a()>")).isEqualTo("{\"delivered\":3}");
            assertPushed("<b onclick=a()>", ada, bob);
            assertThat((int) bob.page.evaluate("() => document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        }
    }

    private static void assertPushed(String message, EchoPage... pages) {
        for (EchoPage page : pages) {
            Locator last = page.entries("notice").last();
            assertThat(last.locator("strong")).hasText(message);
            assertThat(last.locator(".author")).hasText("ops");
            assertThat(page.page.locator("#log :is(.sent, .received)")).hasCount(2);
        }
    }

    private String push(String name, String message) throws IOException, InterruptedException {
        String body = "{\"name\":\"%s\",\"message\":\"%s\"}".formatted(name, message);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "push"))
                .header("Authorization", "Bearer " + server.pushToken()).POST(BodyPublishers.ofString(body, UTF_8))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body().strip();
        }
    }
}
