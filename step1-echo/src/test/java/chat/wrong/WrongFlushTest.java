package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.edge.Neighbours;
import org.junit.jupiter.api.Test;

class WrongFlushTest {

    @Test
    void nobodyIsReadWhileAnotherIsWrittenTo() throws Exception {
        assertThat(Neighbours.sentBeforeTheOtherIsRead(WrongFlush::send)).isEqualTo(Neighbours.FRAMES);
    }
}
