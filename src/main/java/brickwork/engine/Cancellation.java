package brickwork.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What ends a computation before its end: a request of another thread, a time, a number of training steps, or the interruption of the
 * computing thread. It is asked before every step, every batch of an evaluation and every derivative of a gradient check. A training ends
 * as cancelled, with its parameters and, where there is a run folder, a checkpoint from which it goes on to the same result; everything
 * else ends by {@link CancelledException}. An interrupted thread stays interrupted.
 *
 * <p>One cancellation may be given to any number of computations, which share its time and its steps. It may be shared by threads.
 */
public final class Cancellation {

    /** Ends nothing unless a thread is interrupted. */
    public static final Cancellation NONE = new Cancellation(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final long FOREVER = Long.MAX_VALUE;

    private final long nanoseconds;
    private final long begun = System.nanoTime();
    private final boolean counts;
    private final AtomicLong stepsLeft;
    private volatile boolean requested;

    private Cancellation(long nanoseconds, long steps) {
        this.nanoseconds = nanoseconds;
        this.counts = steps != FOREVER;
        this.stepsLeft = new AtomicLong(steps);
    }

    /** Why a computation ended. */
    public enum Reason {
        REQUESTED("it was asked to end"),
        INTERRUPTED("its thread was interrupted"),
        DEADLINE("its time was over"),
        STEPS("its training steps were used up");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** As it follows "cancelled: ". */
        public String text() {
            return text;
        }
    }

    /** One that ends what it is given to when {@link #cancel} is called. */
    public static Cancellation onRequest() {
        return new Cancellation(FOREVER, FOREVER);
    }

    /** The same, from now on for no longer than {@code time}. */
    public static Cancellation after(Duration time) {
        return limited(time, FOREVER);
    }

    /** The same, for so many training steps, those of all trainings together. */
    public static Cancellation afterSteps(long steps) {
        return new Cancellation(FOREVER, steps);
    }

    /** The same, whichever comes first. */
    public static Cancellation limited(Duration time, long steps) {
        return new Cancellation(Math.max(0, time.toNanos()), steps);
    }

    /**
     * Ends everything it was given to, at the next step.
     *
     * @throws IllegalStateException for {@link #NONE}
     */
    public void cancel() {
        if (this == NONE) {
            throw new IllegalStateException("NONE cancels nothing: give Cancellation.onRequest() to what is to be cancelled");
        }
        requested = true;
    }

    /** Why whatever it was given to ends; empty while it goes on. */
    public Optional<Reason> reason() {
        if (requested) {
            return Optional.of(Reason.REQUESTED);
        }
        if (Thread.currentThread().isInterrupted()) {
            return Optional.of(Reason.INTERRUPTED);
        }
        if (counts && stepsLeft.get() < 0) {
            return Optional.of(Reason.STEPS);
        }
        return nanoseconds != FOREVER && System.nanoTime() - begun >= nanoseconds ? Optional.of(Reason.DEADLINE) : Optional.empty();
    }

    /** @throws CancelledException where there is a reason to end */
    public void check() {
        if (requested || nanoseconds != FOREVER || counts || Thread.currentThread().isInterrupted()) {
            end();
        }
    }

    /**
     * Before a training step, which is counted.
     *
     * @throws CancelledException where there is a reason to end
     */
    void checkStep() {
        if (counts) {
            stepsLeft.getAndUpdate(left -> left < 0 ? left : left - 1);
        }
        check();
    }

    private void end() {
        var reason = reason();
        if (reason.isPresent()) {
            throw new CancelledException(reason.get());
        }
    }
}
