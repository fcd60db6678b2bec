package checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every class and method the pages name exists.
@Timeout(60)
class NamesTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyNameExists() {
        Course course = Course.here();
        NameCheck check = new NameCheck(course);
        return course.pages().stream()
                .map(page -> dynamicTest(page.name(), () -> Problem.failOn(check.problems(page))));
    }

    @Test
    void namesThatExistPass() throws IOException {
        TinyCourse course = course("Guest", "Guest.enter", "Guest#enter", "Guest.enter()", "enter()",
                "guest.enter(door)",
                "Guest.run", "Wanderer.enter", "Neighbour", "ByteBuffer", "ByteBuffer.flip()",
                "ByteBuffer#hasRemaining",
                "Map.Entry", "WebSocketChannel.resumeReceives", "suspendReceives()", "Upgrader", "ReadMessage()",
                "Allowed",
                "GET", "--port=8080", "ws://localhost", "Sec-WebSocket-Key", "mvn verify");
        assertThat(new NameCheck(course.course()).problems(course.page("docs/step1-x.md"))).isEmpty();
    }

    @Test
    void aNameThatDoesNotExistIsReportedWithItsPageAndLine() throws IOException {
        String[] names = {"Gast", "Guest.leave", "Guest#leave", "Wanderer.leave", "leaveNowAndForEver()",
                "guest.leaveNowAndForEver(door)", "TooFarAway", "ByteBuffer.flop()", "OnlyInAComment"};
        TinyCourse course = course(names);
        List<Problem> problems = new NameCheck(course.course()).problems(course.page("docs/step1-x.md"));
        assertThat(problems).extracting(Problem::what).hasSameSizeAs(names)
                .zipSatisfy(List.of(names), (what, name) -> assertThat(what).startsWith("`" + name + "`"));
        assertThat(problems.getLast().toString()).startsWith("docs/step1-x.md:11: ");
    }

    @Test
    void anAllowedNameNeedsAReason() throws IOException {
        Course course = course("x").with("checks/names-allowed.txt", "Allowed\n").course();
        assertThatThrownBy(() -> new NameCheck(course)).hasMessageContaining("no reason");
    }

    private TinyCourse course(String... names) throws IOException {
        return new TinyCourse(folder).with("docs/step1-x.md", "# Names\n\n`" + String.join("`\n`", names) + "`\n")
                .with("checks/names-allowed.txt", "# words\nAllowed  for a reason\n")
                .with("step1-x/src/main/java/Guest.java", """
                        class Guest extends Thread {
                            // OnlyInAComment
                            void enter() {
                            }
                        }
                        class Wanderer extends Guest {
                        }
                        """)
                .with("step2-x/src/test/java/Neighbour.java", "class Neighbour {\n}\n")
                .with("step3-x/src/main/java/TooFarAway.java", "class TooFarAway {\n}\n")
                .with("docs/go/main.go", "func main() {\n\tu := websocket.Upgrader{}\n\tc.ReadMessage()\n}\n");
    }
}
