package lab;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// 10,000 members join step 2's room and leave it again, on two threads that begin each 500 at the same moment: how many
/// does the list lose, without the lock and with it. The rooms are the step's own classes, in this process.
///
/// The members are null: a list keeps a null like anything else, and it is the number that counts.
final class Race implements Experiment {
    private static final String STEP = "step2-broadcast-lock";
    private static final String UNLOCKED = STEP + ", without its lock";
    private static final int THREADS = 2;
    private static final int MEMBERS = 10_000;
    private static final int TRIES = 20;
    private static final int TOGETHER = 500;
    private static final long MOMENT_NANOS = 10_000;
    private static final int SPINS = 100_000;

    @Override
    public String name() {
        return "race";
    }

    @Override
    public String question() {
        return "10,000 members join a list and leave it, on two threads at once: how many are lost at worst?";
    }

    @Override
    public String prediction() {
        return "Adding to a list takes nanoseconds. Two threads do so at the same time, 5,000 times each. Of these 10,000"
                + " members the list loses **A.** none, **B.** one or two, **C.** hundreds or thousands.";
    }

    @Override
    public String seen() {
        return "In the worst of 20 tries, {step2-broadcast-lock, without its lock / lost} of 10,000 members never got into"
                + " the list without the lock, and {step2-broadcast-lock, without its lock / left behind} who left are still"
                + " in it. With the lock it is {step2-broadcast-lock / lost} and {step2-broadcast-lock / left behind}.";
    }

    @Override
    public Set<Integer> steps() {
        return Set.of(2);
    }

    @Override
    public int seconds(Session session) {
        return session.quick() ? 1 : 3;
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        int rounds = session.rounds(3, 1);
        int tries = session.quick() ? 10 : TRIES;
        try (URLClassLoader classes = StepClasses.load(session.root(), STEP)) {
            for (int round = 1; round <= rounds; round++) {
                measure(UNLOCKED, classes.loadClass("chat.wrong.WrongUnlockedRoom"), tries, results);
                measure(STEP, classes.loadClass("chat.Room"), tries, results);
                session.done(round, rounds);
            }
        } catch (ReflectiveOperationException otherClasses) {
            throw new IOException("the classes of " + STEP + " are others than expected: " + otherClasses
                    + "; mvn -q -DskipTests package builds them anew");
        }
    }

    /// The worst of several tries: whether the two threads really run at the same moment is up to the system.
    static void measure(String name, Class<?> type, int tries, Results results)
            throws ReflectiveOperationException, InterruptedException {
        Method join = method(type, "join");
        Method leave = method(type, "leave");
        Method size = method(type, "size");
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        int lost = 0;
        int leftBehind = 0;
        int thrown = 0;
        for (int i = 0; i < tries; i++) {
            Object room = constructor.newInstance();
            thrown += atOnce(join, room);
            lost = Math.max(lost, MEMBERS - (int) size.invoke(room));
            thrown += atOnce(leave, room);
            leftBehind = Math.max(leftBehind, (int) size.invoke(room));
        }
        results.add(name, "lost", "members", lost);
        results.add(name, "left behind", "members", leftBehind);
        results.add(name, "exceptions", "", thrown);
    }

    /// Calls the method for every member, on two threads.
    ///
    /// @return how many calls threw something
    private static int atOnce(Method method, Object room) throws InterruptedException {
        AtomicInteger arrived = new AtomicInteger();
        Callable<Integer> task = () -> {
            int thrown = 0;
            for (int call = 0; call < MEMBERS / THREADS; call++) {
                if (call % TOGETHER == 0) {
                    awaitTheOther(arrived);
                }
                thrown += throwsSomething(method, room) ? 1 : 0;
            }
            return thrown;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            int thrown = 0;
            for (Future<Integer> end : threads.invokeAll(Collections.nCopies(THREADS, task))) {
                thrown += end.get();
            }
            return thrown;
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /// Whoever waits on a core of its own sees the other one come in nanoseconds. On a busy machine it may have none.
    private static void awaitTheOther(AtomicInteger arrived) {
        int turn = arrived.getAndIncrement() / THREADS;
        for (int spins = 1; arrived.get() < (turn + 1) * THREADS; spins++) {
            if (spins % SPINS == 0) {
                LockSupport.parkNanos(MOMENT_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean throwsSomething(Method method, Object room) throws IllegalAccessException {
        @Nullable
        Object nobody = null;
        try {
            method.invoke(room, nobody);
            return false;
        } catch (InvocationTargetException thrown) {
            return true;
        }
    }

    /// A room's method, wherever it inherits it from.
    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                method.setAccessible(true);
                return method;
            }
        }
        throw new NoSuchMethodException(type + "." + name);
    }
}
