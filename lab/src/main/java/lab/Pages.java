package lab;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// Draws and writes again what [Publisher] has published, from the committed results: for whoever has changed a plot
/// or a sentence, and no number.
@picocli.CommandLine.Command(name = "pages", description = {
        "Draws docs/lab/ and writes docs/lab.md again, from docs/lab/results.json."})
final class Pages implements Callable<Integer> {
    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() throws IOException {
        Publisher publisher = new Publisher(options.root(), Lab.EXPERIMENTS);
        publisher.publish(publisher.published());
        return 0;
    }
}
