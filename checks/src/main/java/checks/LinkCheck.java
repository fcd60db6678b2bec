package checks;

import checks.MarkdownPage.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every relative link leads to a file of the project, every anchor to a heading. Links to the web are not followed.
public final class LinkCheck {

    private final Course course;

    public LinkCheck(Course course) {
        this.course = course;
    }

    /// The links and images of a page that lead nowhere.
    public List<Problem> problems(MarkdownPage page) {
        List<Problem> problems = new ArrayList<>();
        for (Link link : page.links()) {
            problem(page, link.target())
                    .ifPresent(what -> problems.add(new Problem(page.name(), link.line(), link.target() + " " + what)));
        }
        return problems;
    }

    private Optional<String> problem(MarkdownPage page, String target) {
        if (target.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
            return Optional.empty();
        }
        int hash = target.indexOf('#');
        String path = (hash < 0 ? target : target.substring(0, hash)).replace("%20", " ");
        String anchor = hash < 0 ? "" : target.substring(hash + 1);
        Path file = path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
        if (!file.startsWith(course.root())) {
            return Optional.of("leads out of the project");
        }
        if (!existsAsWritten(file)) {
            return Optional.of("does not exist (upper and lower case count)");
        }
        if (course.nameOf(file).contains("/target/")) {
            return Optional.of("is a build product, which a reader on the web does not have");
        }
        return anchor.isEmpty() ? Optional.empty() : anchorProblem(file, anchor);
    }

    private Optional<String> anchorProblem(Path file, String anchor) {
        if (file.toString().endsWith(".md")) {
            return MarkdownPage.read(course, file).anchors().contains(anchor) ? Optional.empty()
                    : Optional.of("has no such heading");
        }
        boolean line = anchor.matches("L[0-9]{1,6}")
                && Integer.parseInt(anchor.substring(1)) <= Course.read(file).lines().count();
        return line ? Optional.empty() : Optional.of("has no such line");
    }

    private boolean existsAsWritten(Path file) {
        try {
            return Files.exists(file) && file.toRealPath(LinkOption.NOFOLLOW_LINKS)
                    .endsWith(course.root().relativize(file));
        } catch (IOException e) {
            return false;
        }
    }
}
