package chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// A queue bounded in items and in bytes, and it can be closed, as a Go channel can: from then on nothing goes in, what
/// is inside still comes out, and whoever waits at either end is woken and told why. A `BlockingQueue` knows no end:
/// its waiters can only be interrupted, and cannot be told. Any thread.
///
/// An item's bytes count until its taker is [#done] with it, so what is being handled is inside the bound too.
final class Mailbox<T> {

    private static final int MOST_AT_ONCE = 64;

    private final int mostItems;
    private final int mostBytes;
    private final ToIntFunction<? super T> size;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition space = lock.newCondition();
    private final Condition mail = lock.newCondition();
    private Queue<T> items = new ArrayDeque<>(1); // most mailboxes are empty most of the time
    private final Queue<Thread> waiting = new ArrayDeque<>(1);
    private int bytes;
    private int missed;
    private @Nullable String closed;

    /// The mailbox is closed, and why, in words.
    static final class Closed extends Exception {

        private static final long serialVersionUID = 1;

        private final String reason;

        Closed(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /// @param size of an item, in bytes
    Mailbox(int mostItems, int mostBytes, ToIntFunction<? super T> size) {
        this.mostItems = mostItems;
        this.mostBytes = mostBytes;
        this.size = size;
    }

    /// Adds an item if there is room for it. Never waits.
    ///
    /// @return false if it is full or closed
    boolean offer(T item) {
        lock.lock();
        try {
            return closed == null && fits(item) && add(item);
        } finally {
            lock.unlock();
        }
    }

    /// Adds an item, and drops the oldest ones until there is room for it. Never waits. The newest always goes in: if
    /// all the bytes are in the hands of the taker, this is one item too many, and the next takes its place.
    ///
    /// @param loss how many are missed when this one is dropped
    /// @return false if the mailbox is closed
    boolean offerNewest(T item, ToIntFunction<? super T> loss) {
        lock.lock();
        try {
            if (closed != null) {
                return false;
            }
            while (!items.isEmpty() && !fits(item)) {
                T oldest = items.remove();
                bytes -= weight(oldest);
                missed += loss.applyAsInt(oldest);
            }
            return add(item);
        } finally {
            lock.unlock();
        }
    }

    /// Adds an item, and waits until there is room for it. First come, first served: something heavy that waits is not
    /// overtaken by something light.
    void put(T item) throws Closed, InterruptedException {
        Thread me = Thread.currentThread();
        lock.lockInterruptibly();
        try {
            waiting.add(me);
            while (closed == null && (!me.equals(waiting.peek()) || !fits(item))) {
                space.await();
            }
            throwIfClosed();
            add(item);
        } finally {
            waiting.remove(me);
            space.signalAll();
            lock.unlock();
        }
    }

    /// Waits for an item.
    T take() throws Closed, InterruptedException {
        return take(1).getFirst();
    }

    /// Waits for an item, and takes all there are, but not too many: being sent, they need far more memory.
    List<T> takeAll() throws Closed, InterruptedException {
        return take(MOST_AT_ONCE);
    }

    /// As [#takeAll()]; if older ones were dropped, a notice stands in their place.
    ///
    /// @param notice of how many are missed
    List<T> takeAll(IntFunction<? extends T> notice) throws Closed, InterruptedException {
        lock.lockInterruptibly();
        try {
            List<T> taken = take(MOST_AT_ONCE);
            if (missed > 0) {
                taken.addFirst(notice.apply(missed));
                bytes += weight(taken.getFirst());
                missed = 0;
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// What was taken has been dealt with: its bytes are free again.
    void done(List<T> taken) {
        lock.lock();
        try {
            taken.forEach(item -> bytes -= weight(item));
            space.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more goes in. The first reason stands.
    void close(String reason) {
        lock.lock();
        try {
            closed = closed == null ? reason : closed;
            space.signalAll();
            mail.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<T> take(int most) throws Closed, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (closed == null && items.isEmpty()) {
                mail.await();
            }
            if (items.isEmpty()) {
                throwIfClosed();
            }
            int count = Math.min(most, items.size());
            List<T> taken = new ArrayList<>(count);
            while (taken.size() < count) {
                taken.add(items.remove());
            }
            if (items.isEmpty()) {
                items = new ArrayDeque<>(1); // a deque keeps the room it once needed
            }
            space.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Something heavier than the whole mailbox fits when the mailbox is empty.
    private boolean fits(T item) {
        return items.size() < mostItems && weight(item) <= mostBytes - bytes;
    }

    private boolean add(T item) {
        bytes += weight(item);
        mail.signal();
        return items.add(item);
    }

    private int weight(T item) {
        return Math.min(size.applyAsInt(item), mostBytes);
    }

    private void throwIfClosed() throws Closed {
        if (closed != null) {
            throw new Closed(closed);
        }
    }
}
