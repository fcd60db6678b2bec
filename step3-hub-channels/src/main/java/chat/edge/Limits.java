package chat.edge;

import java.time.Duration;

/// What one connection may cost. The values stand in each step's `Settings`.
///
/// @param text             longest text message, in bytes of UTF-8
/// @param file             longest binary message, in bytes
/// @param framesPerMessage most frames one message may be cut into
/// @param assembly         longest time from a message's first byte to its last
/// @param close            longest time from a close frame to the end of the socket
public record Limits(int text, int file, int framesPerMessage, Duration assembly, Duration close) {}
