package chat.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import chat.FailingReceiver;
import chat.FailingReceiver.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongEvictingRoomTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void aReceiverThatFailsAtOnceBreaksTheLoopAndWhoComesAfterItHearsNothing(int failing) throws Exception {
        List<Integer> allAfterIt = IntStream.rangeClosed(failing + 1, 5).boxed().toList();
        assertThat(FailingReceiver.inAMessage(new WrongEvictingRoom(), failing))
                .isEqualTo(new Outcome(Optional.of("ConcurrentModificationException"), allAfterIt));
    }

    @Test
    void ifItIsTheLastButOneTheLastIsSkippedWithoutAWord() throws Exception {
        assertThat(FailingReceiver.inAMessage(new WrongEvictingRoom(), 4))
                .isEqualTo(new Outcome(Optional.empty(), List.of(5)));
    }
}
