package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.Numbered;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrongDoubleTakeTest {

    @Test
    void everyOtherMessageIsLost() throws Exception {
        assertThat(Numbered.arriveOf(1000, WrongDoubleTake::new))
                .isEqualTo(IntStream.rangeClosed(1, 500).mapToObj(pair -> 2 * pair).toList());
    }
}
