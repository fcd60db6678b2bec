package chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/// Go's buffered channel, bounded twice: in items and in bytes. An item's bytes count until its taker is done with it,
/// so what is being handled is inside the bound too. Many threads may fill it, one takes.
final class BoundedQueue<T extends BoundedQueue.Sized> {

    /// Something that weighs so many bytes.
    interface Sized {

        int size();
    }

    private static final int MOST_AT_ONCE = 64;

    private final BlockingQueue<T> items;
    private final Semaphore freeBytes;
    private final int mostBytes;

    BoundedQueue(int mostItems, int mostBytes) {
        this.items = new LinkedBlockingQueue<>(mostItems);
        this.freeBytes = new Semaphore(mostBytes, true);
        this.mostBytes = mostBytes;
    }

    /// Adds an item if there is room for it and nobody waits for bytes: something heavy that waits is not overtaken
    /// for ever. Never waits itself: this is what an I/O thread and the hub may do.
    boolean offer(T item) {
        if (freeBytes.hasQueuedThreads() || !freeBytes.tryAcquire(weight(item))) {
            return false;
        }
        if (!items.offer(item)) {
            freeBytes.release(weight(item));
            return false;
        }
        return true;
    }

    /// Adds an item, and waits until there is room for it.
    void put(T item) throws InterruptedException {
        freeBytes.acquire(weight(item));
        try {
            items.put(item);
        } catch (InterruptedException givenUp) {
            freeBytes.release(weight(item));
            throw givenUp;
        }
    }

    /// Waits for an item, and takes all there are, but not too many: being sent, they need far more memory.
    List<T> take() throws InterruptedException {
        List<T> taken = new ArrayList<>();
        taken.add(items.take());
        items.drainTo(taken, MOST_AT_ONCE - 1);
        return taken;
    }

    /// What was taken has been dealt with: its bytes are free again.
    void done(List<T> taken) {
        int bytes = 0;
        for (T item : taken) {
            bytes += weight(item);
        }
        freeBytes.release(bytes);
    }

    /// Something heavier than the whole queue fits when the queue is empty.
    private int weight(T item) {
        return Math.min(item.size(), mostBytes);
    }
}
