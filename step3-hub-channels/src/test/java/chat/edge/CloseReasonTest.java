package chat.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A close frame has room for 123 bytes of reason, and half a character is none.
class CloseReasonTest {

    @Test
    void aReasonThatFitsIsKept() {
        assertThat(Closing.cut("")).isEmpty();
        assertThat(Closing.cut("x".repeat(123))).hasSize(123);
        assertThat(Closing.cut("é".repeat(61) + "x")).isEqualTo("é".repeat(61) + "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "世", "👋"})
    void aLongReasonIsCutBetweenCharacters(String character) {
        for (int shift = 0; shift < 4; shift++) {
            String reason = "-".repeat(shift) + character.repeat(200);
            String cut = Closing.cut(reason);
            assertThat(reason).startsWith(cut);
            int size = character.getBytes(UTF_8).length;
            assertThat(cut.getBytes(UTF_8).length).isBetween(124 - size, 123);
            assertThat(new String(cut.getBytes(UTF_8), UTF_8)).as("no half character").isEqualTo(cut);
        }
    }
}
