package chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several talk at the same time, all of them read, and nobody is slow. Runs against any server of this step.
public final class BusyTalk {

    private static final int TALKERS = 8;
    private static final int MESSAGES = 200;
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private BusyTalk() {}

    /// How many of the eight have waited five seconds in vain for something that was said.
    public static int waitingInVain(int port) throws Exception {
        List<RawWebSocket> talkers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < TALKERS; i++) {
                talkers.add(Dialect.member(port));
            }
            talkers.forEach(talker -> threads.submit(() -> talk(talker)));
            List<Callable<Boolean>> listening = talkers.stream().<Callable<Boolean>>map(each -> () -> hearsAll(each))
                    .toList();
            int inVain = 0;
            for (Future<Boolean> heardAll : threads.invokeAll(listening)) {
                inVain += heardAll.get() ? 0 : 1;
            }
            return inVain;
        } finally {
            talkers.forEach(RawWebSocket::close);
        }
    }

    private static void talk(RawWebSocket talker) {
        try {
            for (int i = 0; i < MESSAGES; i++) {
                talker.sendText("message " + i);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean hearsAll(RawWebSocket talker) throws IOException {
        for (int i = 0; i < (TALKERS - 1) * MESSAGES; i++) {
            if (talker.hearsNothingFor(SILENCE)) {
                return false;
            }
            talker.read();
        }
        return true;
    }
}
