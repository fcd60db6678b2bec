package chat.edge;

/// The program ends before it serves anybody: it was asked for help, or cannot start. One sentence says why.
public final class Exit extends Exception {

    private static final long serialVersionUID = 1;
    private static final int DONE = 0;
    private static final int REFUSED = 2;

    private final int code;
    private final String text;

    private Exit(int code, String text) {
        super(text);
        this.text = text.stripTrailing();
        this.code = code;
    }

    /// It was asked for this text.
    static Exit done(String text) {
        return new Exit(DONE, text);
    }

    /// It cannot start, for this reason.
    static Exit refused(String sentence) {
        return new Exit(REFUSED, sentence);
    }

    /// The address is in use, or is not ours to use.
    public static Exit cannotListen(String host, int port) {
        return refused("Cannot listen on " + host + ":" + port + ": it is in use, or no address of this machine.");
    }

    /// Ends the process: the text goes to stdout if it was asked for, to stderr if not.
    public void now() {
        (code == DONE ? System.out : System.err).println(text);
        System.exit(code);
    }
}
