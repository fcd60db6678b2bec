package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// File names that would like to be paths, markup or something else, in a real Chromium.
class HostileFileNameIT extends EchoPageTests {

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "..", "   ", "con.txt",
            "photo\u202Egnp.exe", "x\u200B\uFEFF.txt", "a\u0000b\r\n\tc", "<img src=x onerror='window.marker=1'>"})
    void aHostileFileNameIsCleanedAndTheFileIsOfferedNotOpened(String name) throws IOException {
        assertCleanedAndOffered(open(900, 560), name);
    }

    @Test
    void aPageThatKeepsTheNameOrTrustsTheTextIsCaught() {
        EchoPage careless = openBroken("files.js", "cleanName(name) {", "cleanName(name) { return name;");
        assertThatThrownBy(() -> assertCleanedAndOffered(careless, "photo\u202Egnp.exe"))
                .isInstanceOf(AssertionError.class);
        EchoPage trusting = openBroken("view.js", "made.append(...content)",
                "made.innerHTML = content.map(part => part.outerHTML ?? part).join('')");
        trusting.connect();
        trusting.say("<img src=x>");
        assertThatThrownBy(() -> assertNothingBecameMarkup(trusting)).isInstanceOf(AssertionError.class);
    }

    private static void assertCleanedAndOffered(EchoPage page, String name) throws IOException {
        page.connect();
        Locator link = page.sendFileCalled(name, CONTENT);
        String shown = link.innerText();
        String suggested = page.download(link).suggestedFilename();
        for (String cleaned : List.of(shown, suggested)) {
            assertThat(cleaned).isNotBlank().doesNotContainPattern("[/\\\\<>:\"|?*\\p{Cc}\\p{Cf}]")
                    .doesNotStartWith(".").doesNotEndWith(".").isNotEqualToIgnoringCase("con.txt");
        }
        assertThat(page.save(link)).isEqualTo(CONTENT);
        assertThat(page.page.context().pages()).hasSize(1);
        assertNothingBecameMarkup(page);
    }

    private static void assertNothingBecameMarkup(EchoPage page) {
        assertThat(page.page.locator("[role=log] img").count()).isZero();
    }
}
