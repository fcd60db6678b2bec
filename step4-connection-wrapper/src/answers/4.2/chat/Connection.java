package chat;

import chat.edge.Frame;
import chat.edge.Log;
import io.undertow.websockets.core.CloseMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// One connection's whole life, whichever door it came through: an inbox, an outbox, and one way to end. Whoever has
/// it reads, writes and closes, and never touches the socket (article 004's wrapper).
///
///              close: both mailboxes close,            the outbox is empty: goodbye, and the peer has gone;
///              the writer sends what is left           or the close deadline is over: cut off
///     OPEN ──────────────────────────────▶ CLOSING ───────────────────────────────────────────────▶ GONE
///       └───────────────────────────── the peer goes, or the network does ────────────────────────────▲
///
/// Any thread may call any method, at any time, in any state.
final class Connection {

    /// Where a connection is in its life; there is no way back.
    private sealed interface State {

        record Open() implements State {}

        /// Code and reason are the last thing the peer is told.
        record Closing(int code, String reason) implements State {

            @Override
            public String toString() {
                return "closed with " + code + " (" + reason + ")";
            }
        }

        record Gone() implements State {}
    }

    private static final State OPEN = new State.Open();
    private static final long MOMENT_NANOS = 1_000_000;

    private final String name;
    private final Peer peer;
    private final Duration closeDeadline;
    private final Mailbox<Frame> inbox;
    private final Mailbox<Message> outbox;
    private final AtomicReference<State> state = new AtomicReference<>(OPEN);
    private final AtomicBoolean beating = new AtomicBoolean();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Thread writer;

    /// @param name in the log, and of the writer's thread
    Connection(String name, Peer peer, Settings settings) {
        this.name = name;
        this.peer = peer;
        this.closeDeadline = settings.closeDeadline();
        this.inbox = new Mailbox<>(settings.inboxMessages(), settings.inboxBytes(), Frame::size);
        this.outbox = new Mailbox<>(settings.outboxMessages(), settings.outboxBytes(), Message::size);
        this.writer = Thread.ofVirtual().name("writer " + name).start(this::writeAll);
    }

    /// Waits for what the peer says next. What it said before its end is still read.
    ///
    /// @throws Mailbox.Closed when there will be nothing more, and why
    Frame read() throws Mailbox.Closed, InterruptedException {
        Frame frame = inbox.take();
        inbox.done(List.of(frame));
        return frame;
    }

    /// Puts a message into the outbox, and waits for room. For the connection's own threads: nobody else may wait here.
    ///
    /// @throws Mailbox.Closed if it is closing or gone, and why; then the message will not be sent
    void write(Message message) throws Mailbox.Closed, InterruptedException {
        outbox.put(message);
    }

    /// Puts a message into the outbox if there is room, and never waits. For I/O threads.
    ///
    /// @return false if it is full or closed
    boolean tryWrite(Message message) {
        return outbox.offer(message);
    }

    /// Puts a heartbeat into the outbox, unless the last one has not left yet: two would say no more than one. Never
    /// waits.
    ///
    /// @return false if it is full or closed, and the heartbeat has to be written
    boolean tryBeat() {
        return !beating.compareAndSet(false, true) || tryWrite(Message.HEARTBEAT);
    }

    /// Puts a message into the outbox if there is room, and never waits for the peer: the hub's way. If there is none
    /// because the peer reads too slowly for the talk, the connection closes with 1008.
    ///
    /// @return false if the message will not be sent
    boolean offer(Message message) {
        boolean taken = outbox.offer(message);
        while (!taken && isWriterLate()) {
            LockSupport.parkNanos(MOMENT_NANOS);
            taken = outbox.offer(message);
        }
        if (!taken && close(CloseMessage.MSG_VIOLATES_POLICY, "too slow")) {
            Log.info("%s: outbox full, dropped", name);
        }
        return taken;
    }

    /// Whether the outbox is full only because our own threads have not had their turn yet.
    private boolean isWriterLate() {
        return writer.isAlive() && OPEN.equals(state.get()) && !peer.isStuck();
    }

    /// Begins the end: what was accepted is still sent, then the peer is told code and reason, and after the close
    /// deadline the socket is gone, whatever the peer does. Never waits; only the first call counts.
    ///
    /// @return true for whoever was first
    boolean close(int code, String reason) {
        if (!state.compareAndSet(OPEN, new State.Closing(code, reason))) {
            return false;
        }
        inbox.close(reason);
        outbox.close(reason);
        Thread.ofVirtual().name("closer " + name).start(this::cutAfterDeadline);
        return true;
    }

    /// Puts what the peer said into the inbox if there is room. For I/O threads: never waits.
    ///
    /// @return false if it is full or closed
    boolean offerReceived(Frame frame) {
        return inbox.offer(frame);
    }

    /// Puts what the peer said into the inbox, and waits for room. For the door's threads.
    void putReceived(Frame frame) throws Mailbox.Closed, InterruptedException {
        inbox.put(frame);
    }

    /// The door says: the socket is gone.
    void ended() {
        state.set(new State.Gone());
        inbox.close("the peer has gone");
        outbox.close("the peer has gone");
        gone.countDown();
    }

    /// Waits until the socket is gone, but no longer than this.
    ///
    /// @return true if it is
    boolean awaitGone(Duration most) throws InterruptedException {
        return gone.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void writeAll() {
        try {
            while (true) {
                List<Message> messages = outbox.takeAll();
                peer.send(messages);
                outbox.done(messages);
                if (messages.contains(Message.HEARTBEAT)) {
                    beating.set(false);
                }
            }
        } catch (Mailbox.Closed everythingIsSent) {
            Log.debug("%s: writer ends, %s", name, everythingIsSent.reason());
            sayGoodbye();
        } catch (WriteDeadline.Stuck stuck) {
            close(CloseMessage.MSG_VIOLATES_POLICY, stuck.reason());
            sayGoodbye();
        } catch (IOException broken) {
            close(CloseMessage.GOING_AWAY, "the connection is broken");
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayGoodbye() {
        if (state.get() instanceof State.Closing(int code, String reason)) {
            peer.close(code, reason);
        }
    }

    private void cutAfterDeadline() {
        try {
            if (!awaitGone(closeDeadline)) {
                Log.info("%s: cut off, %s", name, state.get());
                peer.cut();
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
