package lab;

import java.util.List;

/// The page around the plots, `docs/lab.md`: every number in it comes from the run.
final class Page {
    private final Run run;

    Page(Run run) {
        this.run = run;
    }

    /// @param experiments in the order of the page
    String text(List<Experiment> experiments) {
        StringBuilder text = new StringBuilder("""
                # The lab

                [README](../README.md) · [step 1](step1-echo.md) · [step 2](step2-broadcast-lock.md) · \
                [step 3](step3-hub-channels.md) · [step 4](step4-connection-wrapper.md)

                The steps side by side, measured on one machine in one run. Read a question, guess, and look. Then \
                measure on your own machine: that is what the lab is for.

                ```sh
                mvn -q -DskipTests package
                mvn -q -pl lab
                ```

                The first command builds the steps, the second takes about six minutes. `-Dargs="--quick"` is a first \
                look in less than one, `-Dargs="--help"` lists all options. It prints its tables; \
                plots, JSON and CSV are in `lab/target/` then. The numbers below are from this machine:

                | | |
                |---|---|
                """);
        text.append("| machine | ").append(run.machine().text()).append(" |\n");
        text.append("| began | ").append(run.began()).append(" |\n");
        text.append("| command | `").append(run.command()).append("` |\n");
        text.append("| all values | [results.json](lab/results.json), [results.csv](lab/results.csv) |\n\n");
        text.append("""
                Load and servers share the machine: compare the numbers with each other, not with those of other \
                machines. The floor is what the machine itself can do: one thread that writes a finished frame to each \
                socket and does nothing else. Where a value was measured several times, plots and tables show the \
                median, with the smallest and the largest value. A line with `met` or `MISSED` holds a result against \
                what we promise of a quiet machine. Where it compares two servers, it divides within each round and \
                takes the median of that, so it may differ from what the tables' medians give.

                """);
        experiments.forEach(experiment -> text.append(section(experiment)));
        return text.append(yourServer()).toString();
    }

    private String section(Experiment experiment) {
        Outcome outcome = run.experiment(experiment.name()).orElseThrow();
        StringBuilder text = new StringBuilder("## " + experiment.name() + "\n\n**" + experiment.question() + "**\n\n");
        if (!experiment.prediction().isEmpty()) {
            text.append("Guess first. ").append(experiment.prediction()).append("\n\n");
        }
        text.append("<details>\n<summary>What came out</summary>\n\n");
        for (Plot plot : experiment.plots()) {
            text.append("![").append(plot.title()).append("](lab/").append(plot.id()).append(".svg)\n\n");
        }
        if (!experiment.seen().isEmpty()) {
            text.append(new Figures(outcome).filled(experiment.seen())).append("\n\n");
        }
        Table.of(outcome).forEach(table -> text.append(table.markdown()).append('\n'));
        outcome.verdicts().forEach(verdict -> text.append("- ").append(verdict).append('\n'));
        outcome.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        if (!outcome.verdicts().isEmpty() || !outcome.notes().isEmpty()) {
            text.append('\n');
        }
        return text.append("</details>\n\n```sh\n").append(Command.only(experiment.name(), Command.of("")))
                .append("\n```\n\n").toString();
    }

    private static String yourServer() {
        return """
                ## Your own server

                The lab measures any WebSocket server that you have started on this machine, in whatever language it \
                is written. `{n}` stands for each client's number:

                ```sh
                mvn -q -pl lab -Dargs="--quick --url=ws://localhost:9000/ws?name=c{n}"
                ```

                Everyone must hear what one says, as text with that text somewhere in it. The lab speaks no TLS, and \
                leaves other machines alone unless you add `--allow-remote`.

                ## A slow client

                How do you simulate a client that does not read? This one joins, reads nothing, and says what the \
                server does about it:

                ```sh
                mvn -q -pl lab -Dargs="stall --url=ws://localhost:8080/ws?name=c{n} --talk=200"
                ```

                `--talk=200` brings a second client that says 200 messages of 1 KiB a second, so that there is \
                something not to read. Without it, talk yourself. Against step 4 it ends with `the server hung up`: \
                the close frame with the reason stands behind all that is not read. The server's log has it.
                """;
    }
}
