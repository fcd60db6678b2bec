package lab;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// The heap of another JVM of this machine, seen from here.
final class Heap implements AutoCloseable {
    private final JMXConnector connector;
    private final MemoryMXBean memory;
    private final HotSpotDiagnosticMXBean vm;

    /// @throws IOException the process is no JVM, or not ours
    @SuppressWarnings("BanJNDI") // the address comes from our own child
    Heap(Server server) throws IOException {
        connector = JMXConnectorFactory.connect(new JMXServiceURL(agent(server.pid())));
        vm = ManagementFactory.newPlatformMXBeanProxy(connector.getMBeanServerConnection(),
                "com.sun.management:type=HotSpotDiagnostic", HotSpotDiagnosticMXBean.class);
        memory = ManagementFactory.newPlatformMXBeanProxy(connector.getMBeanServerConnection(),
                ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    }

    private static String agent(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException noJvm) {
            throw new IOException(noJvm);
        }
    }

    /// Lets the server collect its garbage: what is left is in use.
    ///
    /// @return MiB in use
    double collect() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / 1048576.0;
    }

    /// Lets the server give back to the system what a rush has left. The steps do the same by themselves, a minute
    /// after a rush at the latest.
    void giveBack() throws IOException {
        vm.setVMOption("MinHeapFreeRatio", "20"); // first: the most may not be below the least
        vm.setVMOption("MaxHeapFreeRatio", "30");
        memory.gc();
        try {
            connector.getMBeanServerConnection().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "systemTrimNativeHeap", new Object[]{new String[0]}, new String[]{String[].class.getName()});
        } catch (JMException otherSystem) {
            throw new IOException(otherSystem);
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
