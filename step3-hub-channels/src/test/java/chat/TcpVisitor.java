package chat;

import java.io.EOFException;
import java.io.IOException;

/// A visitor at the TCP door, which takes no files: of a file only the name is said.
final class TcpVisitor extends Visitor {

    private final Terminal terminal;

    private TcpVisitor(Terminal terminal) {
        super(terminal.name(), terminal);
        this.terminal = terminal;
    }

    /// @param receiveBuffer in bytes; 0: whatever the system gives
    static Visitor open(int tcpPort, int receiveBuffer) throws IOException {
        return new TcpVisitor(Terminal.dial(tcpPort, receiveBuffer)).reading();
    }

    @Override
    void send(String text) throws IOException {
        terminal.say(text);
    }

    @Override
    String sendFile(String file, int size) throws IOException {
        return say(file);
    }

    @Override
    void leave() throws IOException {
        terminal.finish();
    }

    @Override
    String next() throws IOException {
        String line = terminal.line();
        if (line.startsWith("The server closes")) {
            throw new EOFException(line);
        }
        return line.startsWith("You are ") ? terminal.line() : line;
    }
}
