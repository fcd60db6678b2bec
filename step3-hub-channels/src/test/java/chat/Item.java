package chat;

/// Something for a queue: whose it is, which of these, and its weight in bytes.
record Item(int producer, int number, int size) implements BoundedQueue.Sized {

    static Item of(int size) {
        return new Item(0, 0, size);
    }
}
