package chat.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A server that is idle after a rush gives memory back.
class IdleHeapTest {

    private static final int PIECE_BYTES = 1_000_000;

    private final IdleHeap idle = new IdleHeap();

    @Test
    void whatARushHasNeededIsGivenBackInAQuietMoment() {
        assumeTrue(
                ManagementFactory.getGarbageCollectorMXBeans().stream().anyMatch(bean -> bean.getName().contains("G1")),
                "this machine is too small for G1");
        rush(200);
        long afterTheRush = IdleHeap.heapBytes();
        // Somebody else may collect between two looks: then this one does not.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            idle.look();
            assertThat(IdleHeap.heapBytes()).as("bytes of heap, %d after the rush", afterTheRush)
                    .isLessThan(afterTheRush - 100L * PIECE_BYTES);
        });
    }

    @Test
    void anOptionThatThisJvmDoesNotHaveIsNoHarm() {
        assertThatCode(() -> idle.set("NoSuchOption", "1")).doesNotThrowAnyException();
    }

    /// So many megabytes are held at once, and nobody needs them afterwards.
    private static void rush(int pieces) {
        List<byte[]> held = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            held.add(new byte[PIECE_BYTES]);
        }
        assertThat(held).hasSize(pieces);
    }
}
