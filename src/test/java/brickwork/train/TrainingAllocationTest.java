package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loop around the engine's steps makes no garbage, in a JVM that has trained nothing else and waits for its compiler. */
@Tag("fresh-jvm")
class TrainingAllocationTest {

    private static final int SAMPLES = 40;

    /** The history of 2,000 more epochs takes far less than an object a step would. */
    @Test
    void stepsLeaveNoGarbage() throws IOException {
        allocated(500);

        var perStep = (allocated(2500) - allocated(500)) / (2000.0 * SAMPLES);

        assertThat(perStep).isLessThan(8);
    }

    /** Bytes that a training of single samples takes. */
    private static long allocated(int epochs) throws IOException {
        var spec = spec(epochs);
        var data = spec.data().orThrow();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        spec.train(data, spec.settings());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static NeuralSpec spec(int epochs) {
        return Brickwork.standard().compile("""
                data quadrants samples %d
                layer 2 -> 9 tanh dropout 25%% -> 1 sigmoid
                loss bce + l2 1e-3
                clip norm 0.2
                train %d epochs batch 1
                """.formatted(SAMPLES, epochs));
    }
}
