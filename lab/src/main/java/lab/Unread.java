package lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// A connection that one side does not read, seen from outside: what its reader's system holds, what the writer's
/// system could not send (where the connection does not leave this Linux machine), and whether it is still there.
///
/// @param here bytes that have come
/// @param there bytes that wait in the writer's system
record Unread(long here, OptionalLong there, State state) {
    enum State {
        OPEN, CLOSED, CUT
    }

    /// One row of `/proc/net/tcp`: ports, state, and bytes the system could not send yet (proc(5)).
    private record Row(int local, int remote, int state, long unsent) {}

    private static final int ESTABLISHED = 1;
    private static final int CLOSE_WAIT = 8; // the peer has closed, and its last byte has come
    private static final int LISTENS = 10;

    /// Looks without reading.
    ///
    /// @param server the port the client is connected to
    static Unread of(StalledClient client, int server) throws IOException {
        List<Row> rows = rows();
        Optional<Row> ours = rows.stream().filter(row -> row.local == client.port() && row.remote == server)
                .findFirst();
        Optional<Row> theirs = rows.stream().filter(row -> row.local == server && row.remote == client.port())
                .findFirst();
        OptionalLong unsent = theirs.map(row -> OptionalLong.of(row.unsent)).orElse(OptionalLong.empty());
        return new Unread(client.unread(), unsent, rows.isEmpty() ? State.OPEN : state(ours, theirs));
    }

    String text() {
        String bytes = String.format(Locale.ROOT, "%,d bytes lie here unread", here)
                + (there.isPresent() ? String.format(Locale.ROOT, ", %,d more wait in the server's system",
                        there.getAsLong()) : "");
        return switch (state) {
            case OPEN -> bytes;
            case CLOSED -> bytes + "; the server has closed the connection";
            case CUT -> bytes + "; the server has cut the connection off";
        };
    }

    private static State state(Optional<Row> ours, Optional<Row> theirs) {
        if (ours.isEmpty() || (ours.get().state != ESTABLISHED && ours.get().state != CLOSE_WAIT)) {
            return State.CUT;
        }
        boolean closed = ours.get().state == CLOSE_WAIT || (theirs.isPresent() && theirs.get().state != ESTABLISHED);
        return closed ? State.CLOSED : State.OPEN;
    }

    /// Empty where the system does not tell it the Linux way.
    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            Path file = Path.of("/proc/net", table);
            if (Files.isReadable(file)) {
                Files.readAllLines(file).stream().skip(1).map(Unread::row).filter(row -> row.state != LISTENS)
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static Row row(String line) {
        String[] cells = line.strip().split("\\s+", -1);
        return new Row(port(cells[1]), port(cells[2]), Integer.parseInt(cells[3], 16),
                Long.parseLong(cells[4].substring(0, cells[4].indexOf(':')), 16));
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }
}
