package chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a WebSocket client is told: one JSON document, exactly three keys.
///
/// @param type 0 said, 1 joined, 2 left, 3 a file follows
public record Heard(int type, String name, String message) {

    static final int SAID = 0;
    static final int JOINED = 1;
    static final int LEFT = 2;
    static final int FILE = 3;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /// Anything but such a document fails.
    public static Heard of(RawWebSocket.Received frame) {
        assertThat(frame.first()).isEqualTo(Wire.TEXT);
        return of(frame.text());
    }

    public static Heard of(String json) {
        try {
            return JSON.readValue(json, Heard.class);
        } catch (JsonProcessingException notOurs) {
            throw new AssertionError(json, notOurs);
        }
    }

    /// The next thing this one is told.
    static Heard next(RawWebSocket client) throws IOException {
        return of(client.read());
    }

    /// The next things this one is told.
    static List<Heard> next(RawWebSocket client, int count) throws IOException {
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heard.add(next(client));
        }
        return heard;
    }

    /// The same, as a terminal shows it.
    String line() {
        return switch (type) {
            case SAID -> name + ": " + message;
            case FILE -> name + " sends a file: " + message;
            default -> message;
        };
    }

    static Heard said(String name, String message) {
        return new Heard(SAID, name, message);
    }

    static Heard joined(String name, int people) {
        return new Heard(JOINED, name, name + " joined, " + count(people));
    }

    static Heard left(String name, int people) {
        return new Heard(LEFT, name, name + " left, " + count(people));
    }

    static Heard file(String name, String fileName) {
        return new Heard(FILE, name, fileName);
    }

    private static String count(int people) {
        int all = people + Doorkeeper.count();
        return all == 1 ? "1 person in the room" : all + " people in the room";
    }
}
