package chat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// All tests share your server's room, where people are counted and names are taken. So one of us is in it from the
/// first test to the last, and no test begins before this one has heard that all the others have left.
final class Doorkeeper {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration AFTER_THAT = Duration.ofSeconds(1);
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Pattern COUNT = Pattern.compile(".*, (\\d+) (?:person|people) in the room", Pattern.DOTALL);

    private static @Nullable Doorkeeper here;
    private static boolean inVain;
    private static int words;

    private final TestClient client;
    private int people;
    private Duration patience = PATIENCE;

    private Doorkeeper(TestClient client) {
        this.client = client;
    }

    /// How many people are in the room whom a test does not know of.
    static int count() {
        return here == null ? 0 : 1;
    }

    /// A server that does not announce a newcomer is not asked again.
    ///
    /// @throws AssertionError if somebody stays
    static void awaitEmptyRoom(int port) {
        try {
            if (here == null && !inVain) {
                here = enter(port);
            }
            if (here != null) {
                here.awaitTheOthersLeave();
            }
        } catch (IOException | IllegalStateException lost) {
            here = null;
            throw new AssertionError("the connection of a client that read all it was told has ended"
                    + " (also after a message of more than 4 MiB)", lost);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static @Nullable Doorkeeper enter(int port) throws InterruptedException {
        String name = "doorkeeper " + ProcessHandle.current().pid();
        try {
            Doorkeeper newcomer = new Doorkeeper(TestClient.open(port, Dialect.path(name)));
            while (newcomer.next().type() != Heard.JOINED) {
                // somebody talks
            }
            return newcomer;
        } catch (IOException | AssertionError | CompletionException notYet) {
            inVain = true;
            return null;
        }
    }

    private void awaitTheOthersLeave() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (isSomebodyElseHere()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                patience = AFTER_THAT;
                throw new AssertionError("There is still somebody in your server's room. Has it missed the end of a "
                        + "connection, or is a page open in your browser?");
            }
            Thread.sleep(A_MOMENT);
        }
    }

    /// Asks, and hears its own question behind every leave before it. So a silent room is no reason to wait.
    private boolean isSomebodyElseHere() throws IOException, InterruptedException {
        String question = "is anybody here? " + ++words;
        client.say(question);
        while (!next().message().equals(question)) {
            // somebody leaves
        }
        return people > 1;
    }

    private Heard next() throws InterruptedException {
        Heard news = Heard.of(client.heard());
        if (news.type() == Heard.FILE) {
            client.heardBinary();
        }
        Matcher count = COUNT.matcher(news.message());
        if ((news.type() == Heard.JOINED || news.type() == Heard.LEFT) && count.matches()) {
            people = Integer.parseInt(count.group(1));
        }
        return news;
    }
}
