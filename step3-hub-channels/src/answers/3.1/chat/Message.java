package chat;

import chat.edge.Frame;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.List;

/// One thing that is told to the room, encoded once for everyone who hears it.
///
/// @param line   for a terminal
/// @param frames for a WebSocket: one JSON document, and a file's own frame right behind it
record Message(String line, List<Frame> frames) implements BoundedQueue.Sized {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SAID = 0;
    private static final int JOINED = 1;
    private static final int LEFT = 2;
    private static final int FILE = 3;
    private static final String ME = "/me ";

    /// The wire format: exactly these three keys, in this order.
    private record Document(int type, String name, String message) {

        Frame frame() {
            try {
                return new Frame(Frame.Type.TEXT, ByteBuffer.wrap(JSON.writeValueAsBytes(this)));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /// `/me waves` is what somebody does: a page shows who it is in its own way, a terminal has only the line.
    static Message said(String name, String text) {
        String deed = text.startsWith(ME) ? text.substring(ME.length()) : "";
        if (!deed.isBlank()) {
            return of(SAID, name, "*" + deed + "*", "* " + name + " " + deed);
        }
        return of(SAID, name, text, name + ": " + text);
    }

    /// @param people how many are here, the newcomer included
    static Message joined(String name, int people) {
        String notice = name + " joined, " + count(people);
        return of(JOINED, name, notice, notice);
    }

    /// @param people how many stay
    static Message left(String name, int people) {
        String notice = name + " left, " + count(people);
        return of(LEFT, name, notice, notice);
    }

    /// The next binary frame is the file, as its sender packed it.
    static Message file(String name, FileFrame file) {
        Frame announcement = new Document(FILE, name, file.name()).frame();
        return new Message(name + " sends a file: " + file.name(), List.of(announcement, file.frame()));
    }

    /// Bytes of all frames.
    @Override
    public int size() {
        int bytes = 0;
        for (Frame frame : frames) { // asked for every receiver of every message: no stream
            bytes += frame.size();
        }
        return bytes;
    }

    private static Message of(int type, String name, String message, String line) {
        return new Message(line, List.of(new Document(type, name, message).frame()));
    }

    private static String count(int people) {
        return people == 1 ? "1 person in the room" : people + " people in the room";
    }
}
