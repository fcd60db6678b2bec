package checks;

import checks.StepDiff.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What people wrote beside a diff, in `docs/diffs/notes/`: Markdown with two marks.
///
/// `## Room.java` begins the notes to a file, and files are shown in this order. `> lock.lock();` quotes a line of the
/// note's hunk, or a part of one; best a line that is added or removed. Text above the first quote belongs to the file,
/// text above the first file to the whole page.
public final class DiffNotes {

    private static final String FILE = "## ";
    private static final String QUOTE = "> ";

    /// A quote and what is said to it; without a quote it is said to the file.
    ///
    /// @param line  in the file of notes
    private record Note(int line, String file, String quote, List<String> text) {

        boolean speaksOf(Change change) {
            return !file.isEmpty() && ("/" + change.path()).endsWith("/" + file);
        }

        /// The parts of a file with this line; else those in which it is a part of a line, else those near it.
        List<Hunk> hunksOf(Change change) {
            Stream<Predicate<Hunk>> ways = Stream.of(hunk -> hunk.changed().contains(quote),
                    hunk -> hunk.changed().stream().anyMatch(line -> line.contains(quote)),
                    hunk -> hunk.lines().stream().anyMatch(line -> line.contains(quote)));
            return quote.isEmpty() || !speaksOf(change) ? List.of()
                    : ways.map(way -> change.hunks().stream().filter(way).toList()).filter(found -> !found.isEmpty())
                            .findFirst().orElse(List.of());
        }
    }

    private final String name;
    private final List<Note> notes = new ArrayList<>();

    private DiffNotes(String name) {
        this.name = name;
    }

    /// Reads the notes to one page; there are none when the file is missing.
    ///
    /// @param page  the generated page, from the project root
    static DiffNotes read(Course course, Path page) {
        Path file = course.root().resolve(page).resolveSibling("notes").resolve(page.getFileName());
        DiffNotes read = new DiffNotes(course.nameOf(file));
        Note note = new Note(1, "", "", new ArrayList<>());
        read.notes.add(note);
        List<String> lines = Files.exists(file) ? Course.read(file).lines().toList() : List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FILE)) {
                note = new Note(i + 1, line.substring(FILE.length()).strip(), "", new ArrayList<>());
                read.notes.add(note);
            } else if (line.startsWith(QUOTE)) {
                note = new Note(i + 1, note.file(), line.substring(QUOTE.length()).strip(), new ArrayList<>());
                read.notes.add(note);
            } else if (!line.startsWith("<!--")) {
                note.text().add(line);
            }
        }
        return read;
    }

    /// What is said to the whole page, maybe nothing.
    String toThePage() {
        return text(notes.stream().filter(note -> note.file().isEmpty()));
    }

    /// What is said to a file, maybe nothing.
    String to(Change change) {
        return text(notes.stream().filter(note -> note.quote().isEmpty() && note.speaksOf(change)));
    }

    /// What is said to a part of a file, maybe nothing.
    String to(Change change, Hunk hunk) {
        return text(notes.stream().filter(note -> note.hunksOf(change).contains(hunk)));
    }

    /// The files in the order of the notes; those without notes come last.
    List<Change> inOrder(List<Change> changes) {
        List<Note> order = notes.stream().filter(note -> note.quote().isEmpty()).toList();
        return changes.stream().sorted(Comparator.comparingInt(change -> order.stream()
                .filter(note -> note.speaksOf(change)).findFirst().map(order::indexOf).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /// Hunks and files without a note, and notes whose line is nowhere, or in more than one place.
    List<Problem> problems(List<Change> changes) {
        List<Problem> problems = new ArrayList<>();
        for (Change change : changes) {
            String file = change.path().replaceFirst(".*/", "");
            if (change.isWhole() && to(change).isEmpty()) {
                problems.add(new Problem(name, 0, "says nothing to ## " + file));
            }
            change.hunks().stream().filter(hunk -> !change.isWhole() && to(change, hunk).isEmpty())
                    .forEach(hunk -> problems.add(new Problem(name, 0, "says nothing to the part of " + file
                            + " with the line\n> " + longest(hunk))));
        }
        notes.stream().filter(note -> !note.file().isEmpty()).map(note -> problem(note, changes))
                .flatMap(Optional::stream).forEach(problems::add);
        return problems;
    }

    private Optional<Problem> problem(Note note, List<Change> changes) {
        List<Change> meant = changes.stream().filter(note::speaksOf).toList();
        long hunks = meant.stream().mapToLong(change -> note.hunksOf(change).size()).sum();
        String what = null;
        if (meant.size() != 1) {
            what = "the steps do not differ in a file " + note.file() + "; take the note out, or move it";
        } else if (!note.quote().isEmpty() && hunks != 1) {
            what = hunks + " parts of " + note.file() + " have the line\n> " + note.quote();
        } else if (!note.quote().isEmpty() && text(Stream.of(note)).isEmpty()) {
            what = "nothing is said to this line of " + note.file();
        }
        return Optional.ofNullable(what).map(found -> new Problem(name, note.line(), found));
    }

    /// The line that is easiest to recognize.
    private static String longest(Hunk hunk) {
        return hunk.changed().stream().max(Comparator.comparingInt(String::length)).orElse("");
    }

    private static String text(Stream<Note> notes) {
        return notes.map(note -> String.join("\n", note.text()).strip()).filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + "\n\n" + other).orElse("");
    }
}
