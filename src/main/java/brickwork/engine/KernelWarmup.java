package brickwork.engine;

import brickwork.kernel.KernelChoice;
import brickwork.plan.ExecutionPlan;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When a plan goes over from scalar to SIMD kernels. The JVM interprets vectors very slowly and takes a second or two to compile them well,
 * so a plan of small steps first does as much work with scalar kernels as that time would be worth: at most twice the optimal warm-up (the
 * ski-rental rule). The work of closed engines counts for those opened after them, so that many short trainings in a row come to vectors
 * too. Counted in work, not in time, and no bit depends on it.
 */
final class KernelWarmup {

    /** Multiply-adds a step from which on vectors are compiled within a few steps. */
    private static final long LARGE_STEP = 1 << 22;

    /** A property that is true where the JVM was told to compile the SIMD kernels after a few calls, as the command {@code nn} tells it. */
    private static final String EARLY = "brickwork.vectors.early";

    /** Multiply-adds that scalar kernels do in about the time it takes to compile the SIMD kernels. */
    private static final long SCALAR_WORK = Boolean.getBoolean(EARLY) ? 1L << 28 : 1L << 31;

    /** What a step of the plan costs beside its products, in multiply-adds. */
    private static final int STEP_OVERHEAD = 32;

    /** Work of all engines that are closed. */
    private static final AtomicLong DONE = new AtomicLong();

    private final long workPerSample;
    private long counted;
    private long left;

    KernelWarmup(ExecutionPlan plan, KernelChoice choice) {
        workPerSample = workPerSample(plan);
        var needsNone = choice.set() == KernelChoice.Set.SCALAR || choice.demanded() || plan.multiplyAdds() >= LARGE_STEP;
        left = needsNone ? 0 : Math.max(0, SCALAR_WORK - DONE.get());
    }

    private static long workPerSample(ExecutionPlan plan) {
        return (plan.multiplyAdds() + (long) STEP_OVERHEAD * plan.steps().size()) / plan.batch() + 1;
    }

    /**
     * Whether a computation that is known to go over so many samples is sooner done if vectors are compiled before it: SIMD kernels do the
     * work in a fifth of the time or less.
     */
    static boolean isWorthwhile(ExecutionPlan plan, long samples) {
        return samples > (SCALAR_WORK + SCALAR_WORK / 4) / workPerSample(plan);
    }

    boolean isOver() {
        return left <= 0;
    }

    /** Counts the work of {@code samples}; true where the warm-up just ended. */
    boolean endsWith(int samples) {
        left -= samples * workPerSample;
        counted += samples * workPerSample;
        return left <= 0;
    }

    /** The engine is closed. */
    void end() {
        DONE.addAndGet(counted);
        counted = 0;
    }

    /** Lets the work done so far count for all engines now, and theirs for this one. */
    void share() {
        end();
        left = isOver() ? 0 : Math.max(0, SCALAR_WORK - DONE.get());
    }
}
