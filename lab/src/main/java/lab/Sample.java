package lab;

import java.util.Map;

/// What one measurement of a room found.
///
/// @param rate deliveries a second
/// @param lost deliveries that never came, from the warm-up on
/// @param endings of clients the server has cut off: how many for each reason
/// @param clientBusy the share of the time in which the load client itself was computing, 1 for all of it
record Sample(double rate, double p50Millis, double p99Millis, long lost, Map<String, Integer> endings,
        double clientBusy) {
    int dropped() {
        return endings.values().stream().mapToInt(count -> count).sum();
    }
}
