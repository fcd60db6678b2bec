package chat;

import chat.Members.Member;
import chat.edge.Frame;
import chat.edge.Frames;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The three races that article 001 names, run against any room, round by round, until one is lost. Each returns what
/// went wrong, if anything did.
public final class Races {

    private static final int MEMBERS = 4;
    private static final int VISITS = 10_000;
    private static final int MESSAGES = 100;

    private Races() {}

    /// Add against remove: several come and go many times at once. In the end all of them are here.
    public static Optional<String> joinsAndLeavesAtOnce(Room room, int rounds) throws Exception {
        try (Members members = new Members()) {
            List<AtOnce.Task> visits = members.next(MEMBERS, room).stream().map(guest -> visits(room, guest)).toList();
            for (int round = 0; round < rounds; round++) {
                Optional<Throwable> thrown = AtOnce.run(visits);
                if (thrown.isPresent() || room.size() != MEMBERS) {
                    return lost(thrown, MEMBERS + " are here, not " + room.size());
                }
            }
            return Optional.empty();
        }
    }

    private static AtOnce.Task visits(Room room, Member guest) {
        return () -> {
            for (int i = 0; i < VISITS; i++) {
                room.leave(guest.channel());
                room.join(guest.channel());
            }
        };
    }

    /// Broadcast during change: one talks while another comes and goes. Those who stay hear everything.
    public static Optional<String> talkWhileSomeoneComesAndGoes(Room room, int rounds) throws Exception {
        try (Members members = new Members()) {
            List<Member> stay = members.next(MEMBERS, room);
            Member guest = members.next();
            Thread.ofVirtual().start(guest.client()::hasEnded);
            for (int round = 0; round < rounds; round++) {
                AtomicInteger said = new AtomicInteger();
                Optional<Throwable> thrown = AtOnce.run(List.of(() -> talk(room, stay.getFirst(), said), () -> {
                    while (said.get() < MESSAGES) {
                        room.join(guest.channel());
                        room.leave(guest.channel());
                    }
                }));
                if (thrown.isPresent() || !stay.stream().skip(1).allMatch(Races::heardAll)) {
                    return lost(thrown, "somebody has not heard everything");
                }
            }
            return Optional.empty();
        }
    }

    /// Counts what has been said; at the end, or if it fails, all counts as said.
    private static void talk(Room room, Member speaker, AtomicInteger said) {
        try {
            for (int i = 0; i < MESSAGES; i++) {
                room.tellOthers(speaker.channel(), Frame.text("message " + i));
                said.incrementAndGet();
            }
        } finally {
            said.set(MESSAGES);
        }
    }

    private static boolean heardAll(Member member) {
        Frames.send(member.channel(), Frame.text("the end"));
        try {
            for (int i = 0; i < MESSAGES; i++) {
                if (!member.client().read().text().equals("message " + i)) {
                    return false;
                }
            }
            return member.client().read().text().equals("the end");
        } catch (IOException nothingMore) {
            return false;
        }
    }

    /// Read against close: messages that were read are passed on while a receiver closes. Whoever has left is told no
    /// more: goodbye is the last thing it hears.
    public static Optional<String> talkWhileSomeoneLeaves(Room room, int rounds) throws Exception {
        try (Members members = new Members()) {
            Member speaker = members.next(1, room).getFirst();
            Member leaver = members.next();
            for (int round = 0; round < rounds; round++) {
                int leavesAfter = round % MESSAGES;
                AtomicInteger said = new AtomicInteger();
                room.join(leaver.channel());
                Optional<Throwable> thrown = AtOnce.run(List.of(() -> talk(room, speaker, said), () -> {
                    while (said.get() < leavesAfter) {
                        Thread.onSpinWait();
                    }
                    room.leave(leaver.channel());
                    Frames.send(leaver.channel(), Frame.text("goodbye"));
                }));
                if (thrown.isPresent() || !lastWords(leaver).equals("goodbye")) {
                    return lost(thrown, "the leaver heard more after its goodbye");
                }
            }
            return Optional.empty();
        }
    }

    /// The last of all the member was told.
    private static String lastWords(Member member) throws IOException {
        Frames.send(member.channel(), Frame.text("the end"));
        String last = "";
        for (String next = ""; !next.equals("the end"); next = member.client().read().text()) {
            last = next;
        }
        return last;
    }

    private static Optional<String> lost(Optional<Throwable> thrown, String otherwise) {
        return Optional.of(thrown.map(Throwable::toString).orElse(otherwise));
    }
}
