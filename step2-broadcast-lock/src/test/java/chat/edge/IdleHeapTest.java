package chat.edge;

import static java.lang.management.ManagementFactory.getPlatformMXBean;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.junit.jupiter.api.Test;

/// A server that is idle after a rush gives memory back.
class IdleHeapTest {

    private final HotSpotDiagnosticMXBean vm = getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void theCollectorLooksOnceInAWhileThoughNobodyAsksForMemory() {
        IdleHeap.giveBack();
        await().until(() -> vm.getVMOption("G1PeriodicGCInterval").getValue().equals("10000"));
        await().until(() -> vm.getVMOption("MaxHeapFreeRatio").getValue().equals("30"));
    }

    @Test
    void anOptionThatThisJvmDoesNotHaveIsNoHarm() {
        assertThatCode(() -> IdleHeap.set(vm, "NoSuchOption", "1")).doesNotThrowAnyException();
    }
}
