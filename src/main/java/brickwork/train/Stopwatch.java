package brickwork.train;

/** Sums stretches of time. The only reader of a clock in training; nothing that is computed depends on it. */
final class Stopwatch {

    private static final double NANOSECONDS = 1e9;

    private double seconds;
    private long started;

    Stopwatch(double seconds) {
        this.seconds = seconds;
    }

    void start() {
        started = System.nanoTime();
    }

    void stop() {
        seconds += (System.nanoTime() - started) / NANOSECONDS;
    }

    double seconds() {
        return seconds;
    }
}
