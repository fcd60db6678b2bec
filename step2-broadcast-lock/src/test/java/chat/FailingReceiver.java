package chat;

import chat.Members.Member;
import chat.edge.Closing;
import chat.edge.Frame;
import chat.edge.Frames;
import io.undertow.websockets.core.CloseMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One receiver fails at once, while something is said: its connection is being closed, so nothing can be sent there
/// any more, and it has not left yet. Runs against any room.
public final class FailingReceiver {

    private static final int MEMBERS = 6;

    /// What came of it.
    ///
    /// @param thrown what the speaker got for an answer
    /// @param deaf   who did not hear, though nothing was wrong with them
    public record Outcome(Optional<String> thrown, List<Integer> deaf) {

        public static final Outcome ALL_WELL = new Outcome(Optional.empty(), List.of());
    }

    private FailingReceiver() {}

    /// Member 0 says something.
    ///
    /// @param failing which of the others fails, 1 to 5
    public static Outcome inAMessage(Room room, int failing) throws Exception {
        try (Members members = new Members()) {
            List<Member> all = members.next(MEMBERS, room);
            Closing.close(all.get(failing).channel(), CloseMessage.NORMAL_CLOSURE, "done");
            Optional<String> thrown = Optional.empty();
            try {
                room.tellOthers(all.getFirst().channel(), Frame.text("hello"));
            } catch (RuntimeException bug) {
                thrown = Optional.of(bug.getClass().getSimpleName());
            }
            List<Integer> deaf = new ArrayList<>();
            for (int i = 1; i < MEMBERS; i++) {
                if (i != failing && !hears(all.get(i))) {
                    deaf.add(i);
                }
            }
            return new Outcome(thrown, deaf);
        }
    }

    private static boolean hears(Member member) throws Exception {
        Frames.send(member.channel(), Frame.text("the end"));
        return member.client().read().text().equals("hello");
    }
}
