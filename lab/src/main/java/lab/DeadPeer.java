package lab;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A client vanishes as if its cable had been pulled: it neither reads nor answers nor hangs up. How long until a step
/// notices, that is, tells the others or its log. The room is quiet meanwhile. All steps wait at the same time.
///
/// Step 4 pings every 20 seconds and waits 20 more for the answer, so a full run waits for 45; a quick one sets both to
/// one second.
final class DeadPeer implements Experiment {
    private static final String NOTICED = "noticed after", IN_VAIN = "not noticed within";
    private static final Duration FULL_WAIT = Duration.ofSeconds(45);
    private static final Duration QUICK_WAIT = Duration.ofSeconds(4);
    private static final String[] QUICK_OPTIONS = {"--ping=1s", "--pong=1s"};
    private static final String WITH_PING = "step4-connection-wrapper";
    private static final List<String> STEPS = List.of("step1-echo", "step2-broadcast-lock", "step3-hub-channels",
            WITH_PING);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    @Override
    public String name() {
        return "dead-peer";
    }

    @Override
    public String question() {
        return "A client's cable is pulled: how long until the server notices?";
    }

    @Override
    public String prediction() {
        return "Nothing ever comes from it again, not even the end of its connection. Steps 1 to 3 notice it **A.** at"
                + " once, **B.** within half a minute, **C.** not while we watch. And step 4, which asks every 20 seconds"
                + " whether it lives, and waits 20 more for the answer?";
    }

    @Override
    public String seen() {
        return "Step 4 notices after {step4-connection-wrapper / noticed after} s. The others had not when we stopped"
                + " watching; their bars end there.";
    }

    @Override
    public List<Plot> plots() {
        return List.of(new Plot("dead-peer", "A cable is pulled: seconds until the step notices", Plot.Kind.BARS,
                Plot.linear("", ""), Plot.linear(NOTICED, "s"), List.of(NOTICED, IN_VAIN), STEPS, List.of()));
    }

    @Override
    public int seconds(Session session) {
        return (int) wait(session).plusSeconds(3).toSeconds();
    }

    @Override
    public void run(Session session, Results results) throws IOException, InterruptedException {
        try (Servers servers = session.servers()) {
            List<Vanished> all = new ArrayList<>();
            try {
                for (String step : STEPS) {
                    if (session.wants(step)) {
                        all.add(new Vanished(start(session, servers, step)));
                    }
                }
                watch(session, all);
                all.forEach(one -> record(session, one, results));
            } finally {
                for (Vanished one : all) {
                    one.close(); // a server would wait for it before it stops
                }
            }
        }
        if (session.quick()) {
            results.note("Quick: step 4 with --ping=1s --pong=1s, instead of 20s each.");
        }
    }

    private static Server start(Session session, Servers servers, String step)
            throws IOException, InterruptedException {
        return step.equals(WITH_PING) && session.quick() ? servers.step(step, QUICK_OPTIONS) : servers.step(step);
    }

    private static void watch(Session session, List<Vanished> all) throws IOException {
        session.say("dead-peer: " + all.size() + " cables are pulled");
        Deadline deadline = Deadline.in(wait(session));
        while (!deadline.isOver() && !session.isCancelled() && !all.stream().allMatch(Vanished::isNoticed)) {
            for (Vanished one : all) {
                one.look(LOOK_EVERY);
            }
            session.done((int) wait(session).minus(deadline.left()).toMillis(), (int) wait(session).toMillis());
        }
    }

    private static void record(Session session, Vanished one, Results results) {
        Duration seconds = one.noticedAfter().orElse(wait(session));
        results.add(one.name(), one.isNoticed() ? NOTICED : IN_VAIN, "s", seconds.toMillis() / 1e3);
    }

    private static Duration wait(Session session) {
        return session.quick() ? QUICK_WAIT : FULL_WAIT;
    }
}
