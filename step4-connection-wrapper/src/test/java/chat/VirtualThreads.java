package chat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// The named virtual threads of this process, from a thread dump: nothing else lists them.
final class VirtualThreads {

    private static final Pattern NAME = Pattern.compile("\"virtual\": true,\\s+\"name\": \"([^\"]+)\"");

    private VirtualThreads() {}

    static List<String> names() throws IOException {
        Path folder = Files.createTempDirectory("threads");
        Path dump = folder.resolve("dump.json");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
            return NAME.matcher(Files.readString(dump)).results().map(name -> name.group(1)).sorted().toList();
        } finally {
            Files.deleteIfExists(dump);
            Files.delete(folder);
        }
    }
}
