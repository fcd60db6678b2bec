package checks;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/// A part of a unified diff, as it is printed, with three lines around the change.
record Hunk(List<String> lines) {

    /// What changed, in order. Hunks that change nothing but imports are left out.
    static List<Hunk> between(List<String> before, List<String> after) {
        List<Hunk> hunks = new ArrayList<>();
        for (String line : UnifiedDiffUtils.generateUnifiedDiff("", "", before, DiffUtils.diff(before, after), 3)) {
            if (line.startsWith("@@ ")) {
                hunks.add(new Hunk(new ArrayList<>()));
            }
            if (!hunks.isEmpty()) {
                hunks.getLast().lines().add(line.stripTrailing());
            }
        }
        hunks.removeIf(hunk -> hunk.changed().stream().allMatch(line -> line.startsWith("import ")));
        return hunks;
    }

    /// The lines that were added or removed, without their mark and without blanks around; blank lines are not among
    /// them.
    List<String> changed() {
        return lines.stream().filter(line -> line.startsWith("+") || line.startsWith("-"))
                .map(line -> line.substring(1).strip()).filter(line -> !line.isEmpty()).toList();
    }
}
