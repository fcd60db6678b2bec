package chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Numbered messages, and which of them arrive. Runs with any connection.
public final class Numbered {

    private Numbered() {}

    /// Writes so many messages, and waits for the last one.
    ///
    /// @param count an even number
    /// @return what arrived, in order
    public static List<Integer> arriveOf(int count, AnotherConnection.Make make) throws InterruptedException {
        BlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();
        AnotherConnection connection = make.to(text -> arrived.add(Integer.valueOf(text)));
        for (int number = 1; number <= count; number++) {
            connection.write(String.valueOf(number));
        }
        List<Integer> all = new ArrayList<>();
        while (all.isEmpty() || all.getLast() < count) {
            all.add(arrived.take());
        }
        connection.close();
        return all;
    }
}
