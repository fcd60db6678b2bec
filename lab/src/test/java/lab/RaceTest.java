package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Rooms that lose in a known way, and one that loses nothing.
@Timeout(30)
final class RaceTest {
    private final Results results = new Results();

    /// Loses nothing.
    static final class Careful {
        private final AtomicInteger members = new AtomicInteger();

        void join(@Nullable Object member) {
            members.incrementAndGet();
        }

        void leave(@Nullable Object member) {
            members.decrementAndGet();
        }

        int size() {
            return members.get();
        }
    }

    /// Forgets every other newcomer, and nobody can leave.
    static final class Careless {
        private final AtomicInteger joins = new AtomicInteger();

        void join(@Nullable Object member) {
            joins.incrementAndGet();
        }

        void leave(@Nullable Object member) {
            if (size() > 0) {
                throw new IllegalStateException("the door is locked");
            }
        }

        int size() {
            return joins.get() / 2;
        }
    }

    @Test
    void aRoomThatLosesNothingIsSaidToLoseNothing() throws Exception {
        Race.measure("careful", Careful.class, 2, results);

        assertThat(results.median("careful", "lost")).hasValue(0);
        assertThat(results.median("careful", "left behind")).hasValue(0);
        assertThat(results.median("careful", "exceptions")).hasValue(0);
    }

    @Test
    void whatARoomLosesKeepsAndThrowsIsCounted() throws Exception {
        Race.measure("careless", Careless.class, 1, results);

        assertThat(results.median("careless", "lost")).hasValue(5_000);
        assertThat(results.median("careless", "left behind")).hasValue(5_000);
        assertThat(results.median("careless", "exceptions")).hasValue(10_000);
    }
}
