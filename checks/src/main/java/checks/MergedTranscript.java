package checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a page should say instead of what it says, when something else is printed now.
final class MergedTranscript {

    private MergedTranscript() {}

    /// Lines that match stay as they are, with their `…`, and so does each `…` that stands alone; the others give way to
    /// what was printed. As few lines change as possible.
    static List<String> of(List<String> expected, List<String> actual) {
        int[][] cost = new int[expected.size() + 1][actual.size() + 1];
        for (int e = expected.size(); e >= 0; e--) {
            for (int a = actual.size(); a >= 0; a--) {
                cost[e][a] = cheapest(expected, actual, e, a, cost).cost();
            }
        }
        List<String> merged = new ArrayList<>();
        for (int e = 0, a = 0; e < expected.size() || a < actual.size();) {
            Move move = cheapest(expected, actual, e, a, cost);
            merged.addAll(move.lines());
            e += move.expected();
            a += move.actual();
        }
        return merged;
    }

    /// One step along both texts.
    ///
    /// @param lines what it writes
    /// @param cost  how many lines are changed from here to the end
    private record Move(int expected, int actual, List<String> lines, int cost) {}

    private static Move cheapest(List<String> expected, List<String> actual, int e, int a, int[][] cost) {
        if (e == expected.size() && a == actual.size()) {
            return new Move(0, 0, List.of(), 0);
        } else if (e == expected.size()) {
            return new Move(0, 1, List.of(actual.get(a)), 1 + cost[e][a + 1]);
        }
        String line = expected.get(e);
        boolean rest = line.strip().equals("…");
        List<Move> moves = new ArrayList<>();
        if (!rest && a < actual.size()) {
            boolean stays = Transcript.lineMatches(line.stripTrailing(), actual.get(a).stripTrailing());
            moves.add(new Move(1, 1, List.of(stays ? line : actual.get(a)), (stays ? 0 : 1) + cost[e + 1][a + 1]));
        }
        moves.add(new Move(1, 0, rest ? List.of(line) : List.of(), (rest ? 0 : 1) + cost[e + 1][a]));
        if (a < actual.size()) {
            moves.add(new Move(0, 1, rest ? List.of() : List.of(actual.get(a)), (rest ? 0 : 1) + cost[e][a + 1]));
        }
        return moves.stream().min(Comparator.comparingInt(Move::cost)).orElseThrow();
    }
}
