/// The broadcaster of the article: whom it lets in, it announces by a message to itself. Its inbox has room for ten.
///
///     java docs/snippets/Deadlock.java 9     so many are speaking while ada joins
void main(String... args) throws InterruptedException {
    inbox.put("join ada");
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        Thread speaker = Thread.startVirtualThread(() -> put("say hello"));
        while (speaker.getState() != Thread.State.TERMINATED && speaker.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }
    Thread broadcaster = Thread.startVirtualThread(this::run);
    Thread.sleep(2_000);
    String method = Arrays.stream(broadcaster.getStackTrace())
            .filter(frame -> frame.getClassName().endsWith("BlockingQueue")).findFirst()
            .map(StackTraceElement::getMethodName).orElse("?");
    IO.println(told + " messages told, " + inbox.size() + " in the inbox, the broadcaster waits in " + method);
}

/// Fair: whoever has waited longest gets the next place.
final BlockingQueue<String> inbox = new ArrayBlockingQueue<>(10, true);
volatile int told;

void run() {
    while (true) {
        String event = take();
        if (event.startsWith("join")) {
            put("say " + event.substring(5) + " joined");
        } else {
            told++;
        }
    }
}

String take() {
    try {
        return inbox.take();
    } catch (InterruptedException never) {
        throw new IllegalStateException(never);
    }
}

void put(String event) {
    try {
        inbox.put(event);
    } catch (InterruptedException never) {
        throw new IllegalStateException(never);
    }
}
