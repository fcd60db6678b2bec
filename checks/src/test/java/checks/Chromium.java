package checks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine, without a window. `CHROMIUM` names it when it is in an unusual place.
final class Chromium implements AutoCloseable {

    /// How long the page may take for anything, in milliseconds.
    static final int PATIENCE = 20_000;

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome.exe");
    private static final List<String> PLACES = List.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program, List<String> arguments) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(arguments));
    }

    /// Starts it. Where there is none the test is skipped, and with `CI=true` it fails.
    static Chromium launch(String... arguments) {
        Path program = find().orElse(null);
        if (program == null) {
            String why = "no Chromium or Chrome on this machine, so no page was tested; CHROMIUM=/path/to/it names one";
            System.err.println(why);
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail("CI=true, and " + why);
            }
            Assumptions.abort(why);
            throw new IllegalStateException(why);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return new Chromium(program, List.of(arguments));
    }

    /// A new user with a window of this size in CSS pixels, who shares nothing with the others.
    Page open(int width, int height, Browser.NewContextOptions options) {
        BrowserContext user = browser.newContext(options.setViewportSize(width, height));
        user.setDefaultTimeout(PATIENCE);
        return user.newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> find() {
        String named = System.getenv().getOrDefault("CHROMIUM", "");
        Stream<String> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> folder + File.separator + name));
        Stream<String> places = named.isBlank() ? Stream.concat(onPath, PLACES.stream()) : Stream.of(named);
        return places.map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
