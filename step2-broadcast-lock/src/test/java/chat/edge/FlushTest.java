package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// An I/O thread that has something to write all the time still reads.
class FlushTest {

    @Test
    void whoeverSaysSomethingIsReadBetweenTwoFlushes() throws Exception {
        assertThat(Neighbours.sentBeforeTheOtherIsRead(Frames::send)).isLessThanOrEqualTo(2);
    }
}
