package chat.edge;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;

/// After a rush a Java process keeps the heap that the rush needed, for ever if nothing happens any more: the collector
/// runs only when memory is asked for. This looks once in a while. When the heap has grown and nobody collects any
/// more, it does, and gives back what is free. The pause falls into a quiet time. G1, the collector of every machine
/// with two cores and 2 GB, gives all of it back at once; the others take their time, or keep it.
final class IdleHeap {

    /// Per cent of the heap that stay free in a quiet time. With less, the heartbeats of an idle server would make it
    /// grow again.
    private static final String LEAST_FREE = "20";
    private static final String MOST_FREE = "30";
    private static final long LOOK_SECONDS = 10;
    private static final int QUIET_LOOKS = 3;
    private static final int BUSY_COLLECTIONS = 10;
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private final HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final String least = get("MinHeapFreeRatio");
    private final String most = get("MaxHeapFreeRatio");
    private long collections;
    private int quiet;
    private long kept;

    /// Starts it, once for all servers of this process. Any thread; nobody waits.
    static void giveBack() {
        if (STARTED.compareAndSet(false, true)) {
            Thread.ofVirtual().name("idle heap").start(() -> new IdleHeap().run());
        }
    }

    private void run() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(LOOK_SECONDS);
                look();
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    /// Collects if the heap has grown since it last did, and nobody else has collected for a while.
    void look() {
        long since = collections() - collections;
        quiet = since == 0 ? quiet + 1 : 0;
        if (quiet >= QUIET_LOOKS && heapBytes() > kept) {
            // Both in this order: HotSpot refuses a most that is below its least.
            set("MinHeapFreeRatio", LEAST_FREE);
            set("MaxHeapFreeRatio", MOST_FREE);
            System.gc();
            trim();
            kept = heapBytes();
        } else if (since > BUSY_COLLECTIONS) {
            set("MaxHeapFreeRatio", most);
            set("MinHeapFreeRatio", least);
        }
        collections = collections();
    }

    private String get(String option) {
        try {
            return vm.getVMOption(option).getValue();
        } catch (IllegalArgumentException otherVm) {
            return "";
        }
    }

    /// Sets an option of HotSpot that may be changed while it runs.
    void set(String option, String value) {
        try {
            vm.setVMOption(option, value);
        } catch (IllegalArgumentException otherVm) {
            Log.debug("this JVM leaves %s as it is", option);
        }
    }

    /// What the compiler needed in the rush was malloc's, and malloc keeps it too. The same as `jcmd PID
    /// System.trim_native_heap`, which Linux has.
    void trim() {
        try {
            ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "systemTrimNativeHeap",
                    new Object[]{new String[0]}, new String[]{String[].class.getName()});
        } catch (JMException otherSystem) {
            Log.debug("nothing trims malloc's memory here");
        }
    }

    /// What the process has of the machine's memory for objects, used or not.
    static long heapBytes() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }
}
