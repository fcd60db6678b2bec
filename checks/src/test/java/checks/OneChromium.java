package checks;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// One Chromium for all classes of a run, started by the first and ended behind the last. A test's users share nothing
/// with another test's.
final class OneChromium implements BeforeAllCallback {

    private @Nullable Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = context.getRoot().getStore(Namespace.create(OneChromium.class))
                .getOrComputeIfAbsent(Chromium.class, _ -> Chromium.launch(), Chromium.class);
    }

    /// A new user with a window of this size in CSS pixels.
    Page open(int width, int height, NewContextOptions options) {
        Chromium launched = chromium;
        if (launched == null) {
            throw new IllegalStateException("no browser");
        }
        return launched.open(width, height, options);
    }
}
