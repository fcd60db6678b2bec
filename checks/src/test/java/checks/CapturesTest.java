package checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `mvn -q -pl checks -Dargs=captures` writes what commands print now, and keeps what an author has left open.
@Timeout(60)
class CapturesTest {

    @TempDir
    Path folder;

    @Test
    void linesThatMatchKeepTheirWildcards() {
        List<String> came = List.of("10:00 INFO ready", "two", "three", "bye");
        assertThat(MergedTranscript.of(List.of("… INFO ready", "2", "three", "bye"), came))
                .containsExactly("… INFO ready", "two", "three", "bye");
        assertThat(MergedTranscript.of(List.of("… INFO ready", "…", "good bye"), came))
                .containsExactly("… INFO ready", "…", "bye");
        assertThat(MergedTranscript.of(List.of("… INFO ready", "two", "2.5", "three", "bye", "…"), came))
                .containsExactly("… INFO ready", "two", "three", "bye", "…");
        assertThat(MergedTranscript.of(List.of(), came)).isEqualTo(came);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyWhatNoLongerMatchesIsWritten() throws IOException {
        TinyCourse tiny = new TinyCourse(folder).with("docs/page.md", """
                1. <!-- replay: none -->
                   ```console
                   $ echo one; echo 1234
                   on
                   12…
                   $ echo two
                   two
                   ```

                <!-- replay: none -->
                ```console
                $ printf 'a\\nb\\n'
                …
                b
                ```

                Text.
                """);
        assertThat(new Refresh(tiny.course()).run("captures")).containsExactly("docs/page.md");
        assertThat(tiny.page("docs/page.md").lines()).containsExactly("1. <!-- replay: none -->", "   ```console",
                "   $ echo one; echo 1234", "   one", "   12…", "   $ echo two", "   two", "   ```", "",
                "<!-- replay: none -->", "```console", "$ printf 'a\\nb\\n'", "…", "b", "```", "", "Text.");
        assertThat(new Refresh(tiny.course()).run("captures")).isEmpty();
    }
}
