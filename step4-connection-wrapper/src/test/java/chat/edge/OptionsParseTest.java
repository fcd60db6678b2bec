package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsParseTest {

    record Some(
            @Option(value = "7", min = 1, max = 9, help = "a number") int someNumber,
            @Option(value = "5s", help = "a time") Duration longTime,
            @Option(value = "here", help = "a word") String word,
            @Option(value = "info", help = "one of two") Log.Level log) {}

    @Test
    void whatIsNotGivenHasItsDefault() throws Exception {
        assertThat(Options.parse(Some.class)).isEqualTo(new Some(7, Duration.ofSeconds(5), "here", Log.Level.INFO));
    }

    @Test
    void everyComponentIsAnOptionInKebabCase() throws Exception {
        assertThat(Options.parse(Some.class, "--some-number=3", "--long-time=250ms", "--word=a=b", "--log=debug"))
                .isEqualTo(new Some(3, Duration.ofMillis(250), "a=b", Log.Level.DEBUG));
    }

    @Test
    void theLastOfTwoCounts() throws Exception {
        assertThat(Options.parse(Some.class, "--some-number=3", "--some-number=4").someNumber()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--some-number=", "--some-number", "--some-number=x", "--some-number=0", "--some-number=10",
            "--some-number=-1", "--some-number=99999999999", "--some-number= 3", "--long-time=5", "--long-time=0s",
            "--long-time=-5s", "--long-time=5m", "--long-time=1.5s", "--long-time=99999999999s", "--word=",
            "--log=INFO",
            "--log=loud", "--someNumber=3", "--nothing=3", "--nothing", "-some-number=3", "3", "", "--"})
    void everythingElseIsRefusedInOneSentence(String argument) {
        assertThatThrownBy(() -> Options.parse(Some.class, argument)).isInstanceOf(Exit.class).message()
                .matches("[A-Z-].+[.…]").doesNotContain("\n", "Exception");
    }

    @Test
    void printedSettingsCanBeReadAgain() {
        assertThatThrownBy(() -> Options.parse(Some.class, "--print-settings", "--long-time=1500ms"))
                .isInstanceOf(Exit.class)
                .hasMessageContainingAll("--some-number=7", "--long-time=1500ms", "--word=here", "--log=info");
    }

    @ParameterizedTest
    @CsvSource({"--print-settings, --some-number=x", "--some-number=x, --print-settings"})
    void wrongSettingsAreNotPrinted(String one, String two) {
        assertThatThrownBy(() -> Options.parse(Some.class, one, two)).isInstanceOf(Exit.class)
                .hasMessageStartingWith("--some-number=x");
    }
}
