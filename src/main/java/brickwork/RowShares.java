package brickwork;

import java.util.ArrayList;
import java.util.List;

/** Rows in shares of neighbours, each share worked by a thread that ends with it; the caller's thread takes the first. */
final class RowShares {

    /** Rows below which another thread is not worth starting. */
    private static final int SMALLEST = 256;

    private RowShares() {}

    /** What is done to the rows {@code from … to - 1}. */
    interface Work {
        void rows(int from, int to);
    }

    /**
     * Does all rows. Where some are refused, the first of them is told.
     *
     * @param threads the most, the caller's among them
     */
    static void run(int rows, int threads, Work work) {
        var shares = Math.max(1, Math.min(threads, rows / SMALLEST));
        var failures = new RuntimeException[shares];
        var started = new ArrayList<Thread>();
        for (var i = 1; i < shares; i++) {
            var share = i;
            started.add(Thread.ofPlatform().daemon().start(() -> failures[share] = failure(rows, shares, share, work)));
        }
        failures[0] = failure(rows, shares, 0, work);
        join(started);
        for (var failure : failures) {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private static RuntimeException failure(int rows, int shares, int share, Work work) {
        try {
            work.rows((int) ((long) rows * share / shares), (int) ((long) rows * (share + 1) / shares));
            return null;
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    /** Waits for all of them, interrupted or not: they write to the caller's arrays. */
    private static void join(List<Thread> threads) {
        var interrupted = false;
        for (var thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
