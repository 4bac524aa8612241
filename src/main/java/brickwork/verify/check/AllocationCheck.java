package brickwork.verify.check;

import brickwork.engine.StepSettings;
import brickwork.verify.Verdict;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * A training step allocates nothing on the heap. Rounds of steps are repeated until one of them leaves no byte behind, for the compiler of
 * the JVM turns some objects into none only after a while.
 */
public final class AllocationCheck {

    private static final int ROUND = 2_000;

    /** Nanoseconds of the thread's own time after which the compiler has had its chance, on a busy machine too. */
    private static final long PATIENCE = 10_000_000_000L;

    private AllocationCheck() {}

    /** On the caller's thread alone. */
    public static Verdict isNotLeft(Subject subject) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean meter) || !meter.isThreadAllocatedMemorySupported()
                || !meter.isThreadCpuTimeEnabled()) {
            return new Verdict.Inconclusive("this JVM does not tell what a thread allocates");
        }
        var alone = new Subject(subject.network(), subject.dataset(), subject.engines(), subject.kernels(), 1);
        var rows = subject.dataset().train();
        var batch = subject.batch();
        return alone.ask(batch, subject.initial(), engine -> {
            var bound = engine.bind(rows);
            var order = Subject.ascending(rows.count());
            var settings = new StepSettings();
            var least = Long.MAX_VALUE;
            for (var start = meter.getCurrentThreadCpuTime(); least > 0 && meter.getCurrentThreadCpuTime() - start < PATIENCE;) {
                var before = meter.getCurrentThreadAllocatedBytes();
                for (var i = 0; i < ROUND; i++) {
                    engine.stepper().step(bound, order, i % (rows.count() - batch + 1), batch, settings);
                }
                least = Math.min(least, meter.getCurrentThreadAllocatedBytes() - before);
            }
            return least == 0 ? new Verdict.Passed(ROUND + " steps allocate nothing")
                    : new Verdict.Failed(ROUND + " steps allocate " + least + " bytes, however often they are repeated");
        });
    }
}
