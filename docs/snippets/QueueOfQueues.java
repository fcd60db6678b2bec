/// A queue goes through a queue. What goes through is the queue itself, not what is in it.
///
///     java docs/snippets/QueueOfQueues.java
void main() throws InterruptedException {
    BlockingQueue<BlockingQueue<String>> entering = new LinkedBlockingQueue<>();
    Thread.startVirtualThread(() -> {
        BlockingQueue<String> mine = new LinkedBlockingQueue<>();
        entering.add(mine);
        mine.add("put in after it was handed over");
    });
    BlockingQueue<String> yours = entering.take();
    Thread.sleep(2_000);
    IO.println(yours.take());
}
