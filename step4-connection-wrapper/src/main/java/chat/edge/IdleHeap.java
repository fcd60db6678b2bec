package chat.edge;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/// After a rush a Java process keeps the heap that the rush needed, for ever if nothing happens any more: the collector
/// runs only when memory is asked for. This tells it to look once in a while, and to give back what is free.
final class IdleHeap {

    /// Options of HotSpot that may be changed while it runs.
    private static final Map<String, String> OPTIONS = Map.of("G1PeriodicGCInterval", "10000", "MinHeapFreeRatio", "10",
            "MaxHeapFreeRatio", "30");

    private IdleHeap() {}

    /// Takes effect a moment later; the start of the server does not wait for it. Any thread.
    static void giveBack() {
        Thread.ofVirtual().name("idle heap").start(() -> {
            HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            OPTIONS.forEach((option, value) -> set(vm, option, value));
        });
    }

    static void set(HotSpotDiagnosticMXBean vm, String option, String value) {
        try {
            vm.setVMOption(option, value);
        } catch (IllegalArgumentException otherVm) {
            Log.debug("this JVM has no %s", option);
        }
    }
}
