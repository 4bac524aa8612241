package brickwork.verify.check;

import brickwork.engine.Engine;
import brickwork.engine.StepSettings;
import brickwork.verify.Evidence;
import brickwork.verify.NetworkState;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * A training step, on the caller's thread alone, allocates nothing on the heap. Rounds of steps are repeated until one of them allocates no
 * byte, for the compiler of the JVM removes some objects only after a while.
 */
public record AllocationCheck() implements TrainingLaw {

    private static final int ROUND = 2_000;

    /** Nanoseconds of the thread's own time after which the compiler has had its chance, on a busy machine too. */
    private static final long LONGEST = 10_000_000_000L;

    @Override
    public Verdict judge(Trial trial) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean meter) || !meter.isThreadAllocatedMemorySupported()
                || !meter.isThreadCpuTimeEnabled()) {
            return Verdict.inconclusive("this JVM does not tell what a thread allocates");
        }
        return trial.withTraining(training -> {
            var batch = training.batch().size(trial.dataset().train().count());
            return trial.with(trial.engines().withThreads(1)).at(trial.initial()).ask(batch, engine -> judge(trial, engine, batch, meter));
        });
    }

    private static Verdict judge(Trial trial, Engine engine, int batch, ThreadMXBean meter) {
        var rows = trial.dataset().train();
        var bound = engine.bind(rows);
        var order = NetworkState.ascending(rows.count());
        var settings = new StepSettings();
        var least = Long.MAX_VALUE;
        for (var start = meter.getCurrentThreadCpuTime(); least > 0 && meter.getCurrentThreadCpuTime() - start < LONGEST;) {
            var before = meter.getCurrentThreadAllocatedBytes();
            for (var i = 0; i < ROUND; i++) {
                engine.stepper().step(bound, order, i % (rows.count() - batch + 1), batch, settings);
            }
            least = Math.min(least, meter.getCurrentThreadAllocatedBytes() - before);
        }
        var evidence = Evidence.of("{steps} steps allocate ").with("steps", ROUND).measured(least);
        return least == 0 ? new Verdict.Passed(evidence.and("nothing"))
                : new Verdict.Failed(evidence.and("{bytes} bytes, however often they are repeated").with("bytes", least));
    }
}
