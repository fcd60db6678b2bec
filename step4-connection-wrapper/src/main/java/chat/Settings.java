package chat;

import chat.edge.Limits;
import chat.edge.Log;
import chat.edge.Option;
import java.time.Duration;

/// Every limit, period and port of this step. Each is an option of the command line: `textLimit` is `--text-limit`.
record Settings(
        @Option(value = "8080", max = 65535, help = "port of pages and sockets; 0 picks a free one") int port,
        @Option(value = "127.0.0.1", help = "address to listen on; 0.0.0.0 is every one") String host,
        @Option(value = "8192", min = 1, help = "longest text message, in bytes") int textLimit,
        @Option(value = "1048576", min = 1, help = "longest binary message, in bytes") int fileLimit,
        @Option(value = "1024", min = 1, help = "most frames one message may be cut into") int framesPerMessage,
        @Option(value = "5s", help = "longest time for an HTTP request") Duration requestDeadline,
        @Option(value = "10s", help = "longest time from a message's first byte to its last") Duration assemblyDeadline,
        @Option(value = "5s", help = "longest time from a close frame to the end of the socket") Duration closeDeadline,
        @Option(value = "10s", help = "longest time for an orderly stop") Duration stopDeadline,
        @Option(value = "10000", help = "most connections at a time; 0 means no limit") int maxConnections,
        @Option(value = "info", help = "info, or debug for a line for each frame") Log.Level log,
        @Option(value = "8888", max = 65535, help = "port of the TCP door; 0 picks a free one") int tcpPort,
        @Option(value = "24", min = 1, help = "longest name, in characters") int nameLimit,
        @Option(value = "1024", min = 1, help = "most events waiting for the hub") int hubInboxEvents,
        @Option(value = "16777216", min = 1, help = "most bytes waiting for the hub") int hubInboxBytes,
        @Option(value = "1000", min = 1, help = "most messages waiting for one client") int outboxMessages,
        @Option(value = "4194304", min = 1, help = "most bytes waiting for one client") int outboxBytes,
        @Option(value = "1000", min = 1, help = "most messages of one client waiting to be read") int inboxMessages,
        @Option(value = "4194304", min = 1, help = "most bytes of one client waiting to be read") int inboxBytes,
        @Option(value = "1s", help = "time from one heartbeat to the next") Duration heartbeat,
        @Option(value = "20s", help = "time from a pong to the next ping") Duration ping,
        @Option(value = "20s", help = "longest time from a ping to its pong") Duration pong,
        @Option(value = "5s", help = "longest time a client may take no byte at all") Duration writeDeadline) {

    Limits limits() {
        return new Limits(textLimit, fileLimit, framesPerMessage, assemblyDeadline, closeDeadline);
    }
}
