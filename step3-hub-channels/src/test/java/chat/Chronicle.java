package chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All that happened in a room, as somebody heard it who was there from the beginning and sent no files.
final class Chronicle {

    private static final Pattern CAME_OR_LEFT = Pattern
            .compile("(.+) (joined|left), (\\d+) (person|people) in the room");

    private final List<String> lines;
    private final Set<String> present = new LinkedHashSet<>();

    Chronicle(List<String> lines) {
        this.lines = lines;
    }

    /// Replays it: each number is right at its place, nobody comes twice or leaves twice, and only who is here speaks.
    void assertCounts() {
        for (String line : lines) {
            Matcher news = CAME_OR_LEFT.matcher(line);
            if (!news.matches()) {
                assertThat(present).as(line).anyMatch(name -> isFrom(name, line));
                continue;
            }
            boolean changed = news.group(2).equals("joined") ? present.add(news.group(1))
                    : present.remove(news.group(1));
            assertThat(changed).as(line).isTrue();
            assertThat(news.group(3)).as(line).isEqualTo(String.valueOf(present.size()));
            assertThat(news.group(4)).as(line).isEqualTo(present.size() == 1 ? "person" : "people");
        }
    }

    /// Who is here in the end.
    Set<String> present() {
        return present;
    }

    /// From its own coming on a visitor heard all there was, until it heard no more; only not the files it sent.
    void assertHeardInOrder(Visitor visitor) {
        List<String> all = audibleFor(visitor);
        List<String> heard = visitor.heard();
        assertThat(heard.size()).as(visitor.name()).isLessThanOrEqualTo(all.size());
        assertThat(heard).as(visitor.name()).isEqualTo(all.subList(0, heard.size()));
    }

    void assertHeardToTheEnd(Visitor visitor) {
        assertThat(visitor.heard()).as(visitor.name()).isEqualTo(audibleFor(visitor));
    }

    private List<String> audibleFor(Visitor visitor) {
        return lines.stream().dropWhile(line -> !line.startsWith(visitor.name() + " joined, "))
                .filter(line -> !line.startsWith(visitor.name() + " sends a file: ")).toList();
    }

    /// Whatever came of a visitor, what arrived of its words is their beginning.
    void assertSaidInOrder(Visitor visitor) {
        List<String> arrived = saidBy(visitor);
        assertThat(arrived.size()).as(visitor.name()).isLessThanOrEqualTo(visitor.said().size());
        assertThat(arrived).as(visitor.name()).isEqualTo(visitor.said().subList(0, arrived.size()));
    }

    void assertSaidWithoutLoss(Visitor visitor) {
        assertThat(saidBy(visitor)).as(visitor.name()).isEqualTo(visitor.said());
    }

    private List<String> saidBy(Visitor visitor) {
        return lines.stream().filter(line -> isFrom(visitor.name(), line)).toList();
    }

    private static boolean isFrom(String name, String line) {
        return line.startsWith(name + ": ") || line.startsWith(name + " sends a file: ");
    }
}
