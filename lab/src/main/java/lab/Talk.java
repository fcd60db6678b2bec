package lab;

/// Who talks how much. A talker keeps so many messages in flight.
///
/// @param clients in the room
/// @param talkers of them
/// @param inFlight messages of each talker
/// @param textBytes of each message, at least 17
record Talk(int clients, int talkers, int inFlight, int textBytes) {
    /// As many as 8 talk, each with 4 messages of 64 bytes in flight. So it is the number of those who hear a message
    /// that makes the difference between a small room and a large one, and not the amount of talk.
    static Talk in(int clients) {
        return new Talk(clients, Math.min(8, clients), 4, 64);
    }
}
