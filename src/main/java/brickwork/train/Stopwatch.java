package brickwork.train;

/** Sums stretches of time. The only reader of a clock in training; nothing depends on it but where {@code within} ends a training. */
final class Stopwatch {

    private static final double NANOSECONDS = 1e9;

    private double seconds;
    private boolean running;
    private long started;

    Stopwatch(double seconds) {
        this.seconds = seconds;
    }

    /** Does nothing where it runs already. */
    void start() {
        if (!running) {
            running = true;
            started = System.nanoTime();
        }
    }

    /** Does nothing where it stands already. */
    void stop() {
        if (running) {
            running = false;
            seconds += (System.nanoTime() - started) / NANOSECONDS;
        }
    }

    double seconds() {
        return seconds;
    }

    /** With the stretch that is not over. */
    double untilNow() {
        return running ? seconds + (System.nanoTime() - started) / NANOSECONDS : seconds;
    }
}
