package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.data.SampleStream;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reading a stream and stepping over it makes no garbage but that of the source, which here makes none: an epoch takes a few arrays. */
@Tag("fresh-jvm")
class StreamAllocationTest {

    private static final int SAMPLES = 400;

    private record Grid(int inputs, int targets) implements SampleStream {
        @Override
        public Cursor open() {
            return new Cursor() {
                private int row;

                @Override
                public boolean next(double[] into, double[] target) {
                    into[0] = row % 20 - 10;
                    into[1] = row / 20 - 10;
                    target[0] = into[0] * into[1] > 0 ? 1 : 0;
                    return row++ < SAMPLES;
                }
            };
        }
    }

    @Test
    void stepsLeaveNoGarbage() {
        allocated(100);

        var perStep = (allocated(600) - allocated(100)) / (500.0 * SAMPLES);

        assertThat(perStep).isLessThan(4);
    }

    /** Bytes that a training of single samples takes. */
    private static long allocated(int epochs) {
        var training = Brickwork.standard().compile("""
                scale standard
                layer 2 -> 9 tanh dropout 25%% -> 1 sigmoid
                loss bce + l2 1e-3
                train %d epochs batch 1 shuffle within 30
                """.formatted(epochs)).streaming(new Grid(2, 1));
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        training.train();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
