package lab;

import java.util.Arrays;

/// Who has said and who has heard how many messages in a room, and so what is still missing.
final class Ledger {
    private final boolean tellsSpeaker;
    private final long[] saidBy;
    private final long[] heardBy;
    private long said;
    private long heard;

    /// @param tellsSpeaker whether a speaker hears itself in this room
    Ledger(int clients, boolean tellsSpeaker) {
        this.tellsSpeaker = tellsSpeaker;
        saidBy = new long[clients];
        heardBy = new long[clients];
    }

    void said(int client) {
        said++;
        saidBy[client]++;
    }

    void heard(int client) {
        heard++;
        heardBy[client]++;
    }

    void clear() {
        said = 0;
        heard = 0;
        Arrays.fill(saidBy, 0);
        Arrays.fill(heardBy, 0);
    }

    /// Deliveries that have not come yet.
    long missing() {
        return said * (tellsSpeaker ? heardBy.length : heardBy.length - 1) - heard;
    }

    /// The same, client by client: what one has heard twice does not make up for what another has missed.
    long lost() {
        long lost = 0;
        for (int client = 0; client < heardBy.length; client++) {
            lost += Math.max(0, said - (tellsSpeaker ? 0 : saidBy[client]) - heardBy[client]);
        }
        return lost;
    }

    /// How many clients have heard nothing yet. The first one only has to if the room tells the speaker.
    long deaf() {
        return Arrays.stream(heardBy).skip(tellsSpeaker ? 0 : 1).filter(count -> count == 0).count();
    }
}
