import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.tools.attach.VirtualMachine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// Starts a server. Ada sends files of 1 MiB, bob gets them, and a third client, cleo, joins and never reads. Prints the
/// heap of the server, after a garbage collection and rounded to 10 MiB, and what its log says of cleo. Their names mean
/// nothing to step 2.
///
///     java docs/snippets/Stalled.java java -jar step2-broadcast-lock/target/step2-broadcast-lock.jar --port=0
void main(String... command) throws Exception {
    Path log = Files.createTempFile("server", ".log");
    Process server = new ProcessBuilder(command).redirectError(log.toFile()).start();
    try (BufferedReader out = server.inputReader()) {
        URI address = URI.create(out.readLine().replace("http", "ws") + "ws");
        Bob bob = new Bob();
        connect(named(address, "bob"), bob);
        WebSocket ada = connect(named(address, "ada"), new WebSocket.Listener() {});
        MemoryMXBean memory = memoryOf(server);
        try (Socket stalled = join(named(address, "cleo"))) {
            IO.println("ada sent   bob got    heap");
            print(0, bob, memory);
            for (int sent = 1; sent <= 100; sent++) {
                ada.sendBinary(FILE.duplicate(), true).join();
                bob.files.acquire();
                if (sent % 50 == 0) {
                    print(sent, bob, memory);
                }
            }
            Files.readAllLines(log).stream().filter(line -> line.contains(" cleo: ")).forEach(IO::println);
        }
        IO.println("the stalled reader hangs up");
        while (used(memory) > 20) {
            Thread.sleep(100);
        }
        IO.println("                    under 20 MiB");
    } finally {
        server.destroy();
        Files.delete(log);
    }
    Runtime.getRuntime().halt(0);
}

/// A file named `a`, header and name included exactly 1 MiB.
final ByteBuffer FILE = ByteBuffer.wrap(new byte[1 << 20]).put(0, (byte) 1).put(2, (byte) 'a');

void print(int sent, Bob bob, MemoryMXBean memory) {
    IO.println("%4d MiB   %4d MiB   %4d MiB".formatted(sent, bob.bytes >> 20, (used(memory) + 5) / 10 * 10));
}

/// In MiB.
long used(MemoryMXBean memory) {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() >> 20;
}

/// Asks another JVM of this machine for its memory.
MemoryMXBean memoryOf(Process server) throws Exception {
    String address = VirtualMachine.attach(String.valueOf(server.pid())).startLocalManagementAgent();
    return ManagementFactory.newPlatformMXBeanProxy(
            JMXConnectorFactory.connect(new JMXServiceURL(address)).getMBeanServerConnection(),
            ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
}

URI named(URI address, String name) {
    return URI.create(address + "?name=" + name);
}

WebSocket connect(URI address, WebSocket.Listener ears) {
    return HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, ears).join();
}

/// A client that reads the answer to its handshake, and nothing after it.
Socket join(URI address) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    socket.getOutputStream().write("""
            GET %s HTTP/1.1
            Host: %s
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """.formatted(address.getPath() + "?" + address.getQuery(), address.getAuthority()).replace("\n", "\r\n")
            .getBytes(UTF_8));
    socket.getInputStream().readNBytes("HTTP/1.1 101".length());
    return socket;
}

class Bob implements WebSocket.Listener {

    final Semaphore files = new Semaphore(0);
    volatile long bytes;

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        bytes += part.remaining();
        if (last) {
            files.release();
        }
        socket.request(1);
        return null;
    }
}
