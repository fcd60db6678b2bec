package lab;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// 10,000 numbered messages go through the outbox of a connection: how many does a write loop lose that takes a message
/// to see that there is one, and then takes the next. Both connections are step 4's own classes, in this process.
final class DoubleTake implements Experiment {
    private static final String STEP = "step4-connection-wrapper";
    private static final String WRONG = STEP + ", takes twice";
    private static final int MESSAGES = 10_000;
    private static final int DEADLINE_SECONDS = 20;

    @Override
    public String name() {
        return "double-take";
    }

    @Override
    public String question() {
        return "A write loop takes a message to see that there is one, and then takes the next: how many are lost?";
    }

    @Override
    public String prediction() {
        return "Of 10,000 messages, such a loop loses **A.** the first, **B.** one now and then, when two threads meet,"
                + " **C.** every other one.";
    }

    @Override
    public String seen() {
        return "{step4-connection-wrapper, takes twice / lost} of 10,000 are lost, each time; step 4's own connection loses"
                + " {step4-connection-wrapper / lost}.";
    }

    @Override
    public Set<Integer> steps() {
        return Set.of(4);
    }

    @Override
    public int seconds(Session session) {
        return 2;
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        int rounds = session.rounds(5, 3);
        try (URLClassLoader classes = StepClasses.load(session.root(), STEP)) {
            for (int round = 1; round <= rounds; round++) {
                measure(WRONG, classes, "chat.wrong.WrongDoubleTake", results);
                measure(STEP, classes, "chat.TheConnection", results);
                session.done(round, rounds);
            }
        } catch (ReflectiveOperationException otherClasses) {
            throw new IOException("the classes of " + STEP + " are others than expected: " + otherClasses
                    + "; mvn -q -DskipTests package builds them anew");
        }
    }

    private static void measure(String name, ClassLoader classes, String connection, Results results)
            throws ReflectiveOperationException, IOException, InterruptedException {
        Class<?> make = classes.loadClass("chat.AnotherConnection$Make");
        Constructor<?> constructor = classes.loadClass(connection).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object maker = Proxy.newProxyInstance(classes, new Class<?>[]{make},
                (proxy, method, args) -> constructor.newInstance(args));
        Method arriveOf = classes.loadClass("chat.Numbered").getMethod("arriveOf", int.class, make);

        List<?> arrived = bounded(name, () -> (List<?>) arriveOf.invoke(null, MESSAGES, maker));
        results.add(name, "written", "messages", MESSAGES);
        results.add(name, "arrived", "messages", arrived.size());
        results.add(name, "lost", "messages", MESSAGES - arrived.size());
    }

    private static List<?> bounded(String name, Callable<List<?>> call) throws IOException, InterruptedException {
        FutureTask<List<?>> task = new FutureTask<>(call);
        Thread thread = Thread.ofPlatform().daemon().start(task);
        try {
            return task.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(name + " failed", failed.getCause());
        } catch (TimeoutException lostTheLast) {
            thread.interrupt();
            throw new IOException(name + ": the last message did not come within " + DEADLINE_SECONDS + " s");
        }
    }
}
