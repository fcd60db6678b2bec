package chat;

/// How a client can go, with manners or without.
enum Ending {
    CLOSE_FRAME, FIN, RST, FIN_AMID_A_FRAME, RST_AMID_A_FRAME, CLOSE_FRAME_AND_RST, BROKEN_FRAME, TOO_LONG_A_TEXT, NO_FILE;

    /// The text limit of a server that is told no other.
    static final int TEXT_LIMIT = 8192;

    /// Begins the end. After some of these it is the server that must bring it about.
    void begin(RawWebSocket client) throws Exception {
        switch (this) {
            case CLOSE_FRAME -> client.sendClose(1000);
            case FIN -> client.finish();
            case RST -> client.reset();
            case FIN_AMID_A_FRAME -> {
                client.send(Wire.header(Wire.TEXT, 50));
                client.finish();
            }
            case RST_AMID_A_FRAME -> {
                client.send(Wire.header(Wire.TEXT, 50));
                client.reset();
            }
            case CLOSE_FRAME_AND_RST -> {
                client.sendClose(1000);
                client.reset();
            }
            case BROKEN_FRAME -> client.send(Wire.unmasked(Wire.TEXT, "hi"));
            case TOO_LONG_A_TEXT -> client.sendText("x".repeat(TEXT_LIMIT + 1));
            case NO_FILE -> client.send(Wire.BINARY, new byte[0]);
        }
    }
}
