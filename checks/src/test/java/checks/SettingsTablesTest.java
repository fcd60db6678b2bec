package checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The page of all settings says what the code says. `mvn -q -pl checks` writes its tables.
@Timeout(60)
class SettingsTablesTest {

    private static final String FRESH = """
            # Settings
            <!-- options: step1-x -->
            | option | default | takes | what it is |
            |---|---|---|---|
            | `--port` | `8080` | a number, 0 to 65535 | a port (TCP) |
            | `--text-limit` | `8` | bytes, 1 or more | most bytes |

            <!-- options: step2-x -->
            | option | default | takes | what it is |
            |---|---|---|---|
            | `--text-limit` | `9` | bytes, 1 or more | most bytes |
            | `--ping` | `20s` | a time: `500ms`, `5s` | time |
            | `--log` | `info` | a word | level |

            `--port`, `--text-limit` and `--ping` matter, and `--log` does not.
            """;

    @TempDir
    Path folder;

    @Test
    void everyOptionOfEveryStepIsThereAndExplained() {
        Course course = Course.here();
        Problem.failOn(new SettingsTables(course)
                .problems(MarkdownPage.read(course, course.root().resolve("docs/settings.md"))));
    }

    @Test
    void aFreshPagePasses() throws IOException {
        assertThat(problems(FRESH)).isEmpty();
    }

    @Test
    void aStalePageIsReportedAndRewritten() throws IOException {
        TinyCourse course = course(FRESH.replace("`20s`", "`30s`").replaceFirst("\\| `--port.*\n", ""));
        assertThat(new SettingsTables(course.course()).problems(course.page("docs/settings.md"))).singleElement()
                .asString().contains("mvn -q -pl checks");
        assertThat(new SettingsTables(course.course()).rewritten(course.page("docs/settings.md")))
                .isEqualTo(FRESH.lines().toList());
        assertThat(new Refresh(course.course()).run("settings")).containsExactly("docs/settings.md");
        assertThat(folder.resolve("docs/settings.md")).hasContent(FRESH);
        assertThat(new Refresh(course.course()).run("settings")).isEmpty();
    }

    @Test
    void aStepWithoutATableAndAnOptionNobodyExplainsAreReported() throws IOException {
        assertThat(problems(FRESH.replaceFirst("(?s)<!-- options: step2.*?\n\n", "\n"))).singleElement().asString()
                .contains("no table for step2-x");
        assertThat(problems(FRESH.replace(" and `--ping`", ""))).singleElement().asString().contains("--ping");
    }

    private List<Problem> problems(String page) throws IOException {
        TinyCourse course = course(page);
        return new SettingsTables(course.course()).problems(course.page("docs/settings.md"));
    }

    private TinyCourse course(String page) throws IOException {
        String port = "@Option(value = \"8080\", max = 65535, help = \"a port (TCP)\") int port";
        String text = "@Option(value = \"8\", min = 1, help = \"most bytes\") int textLimit";
        return new TinyCourse(folder).with("docs/settings.md", page)
                .with("step1-x/src/main/java/chat/Settings.java",
                        "record Settings(" + port + ", " + text + ") { static final int TWICE = 2; }")
                .with("step2-x/src/main/java/chat/Settings.java", "record Settings(" + port + ",\n"
                        + text.replace("8", "9") + ",\n@Option(value = \"20s\", help = \"time\") Duration ping,\n"
                        + "@Option(value = \"info\", help = \"level\") Log.Level log) {}");
    }
}
