package brickwork;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.train.Epoch;
import brickwork.train.Observer;
import brickwork.train.TrainingStep;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fresh-jvm")
class StepEventAllocationTest {

    /** 128 steps an epoch; what an epoch takes is the same in both trainings. */
    @Test
    void listeningToStepsAllocatesNothing() {
        var quiet = Brickwork.standard()
                .compile("data moons samples 128; layer 2 -> 3 tanh -> 1 sigmoid; loss bce; train 60 epochs batch 1");
        allocated(quiet, false);
        allocated(quiet, true);
        var more = allocated(quiet, true) - allocated(quiet, false);
        assertThat(more / (128.0 * 60)).isLessThan(8);
    }

    private static long allocated(NeuralSpec spec, boolean watches) {
        var data = spec.data().orThrow();
        var sum = new double[1];
        var observer = new Observer() {
            @Override
            public void epochEnded(Epoch epoch) {
                sum[0] += epoch.number();
            }

            @Override
            public boolean watchesSteps() {
                return watches;
            }

            @Override
            public void stepMade(TrainingStep step) {
                sum[0] += step.loss() + step.gradientNorm() + step.rate() + step.number();
            }
        };
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        spec.train(data, spec.settings().withThreads(1).withObserver(observer));
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
