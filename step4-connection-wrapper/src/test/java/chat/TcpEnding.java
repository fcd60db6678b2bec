package chat;

/// How a terminal can go, with manners or without.
enum TcpEnding {
    CLOSE, FIN, RST, FIN_AMID_A_LINE, RST_AMID_A_LINE, HTTP_REQUEST;

    /// Begins the end. After some of these it is the server that must bring it about.
    void begin(Terminal terminal) throws Exception {
        switch (this) {
            case CLOSE -> terminal.close();
            case FIN -> terminal.finish();
            case RST -> terminal.reset();
            case FIN_AMID_A_LINE -> {
                terminal.send(Wire.ascii("half a li"));
                terminal.finish();
            }
            case RST_AMID_A_LINE -> {
                terminal.send(Wire.ascii("half a li"));
                terminal.reset();
            }
            case HTTP_REQUEST -> terminal.say("GET / HTTP/1.1\r\nHost: localhost:8888\r\n\r\n");
        }
    }
}
