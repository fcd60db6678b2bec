package chat;

/// Someone in the room.
record Client(String name, Connection connection) {}
