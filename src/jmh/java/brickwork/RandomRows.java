package brickwork;

import brickwork.data.SampleRows;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Standard normal inputs and one class a row. */
public record RandomRows(int count, int inputs, int targets, double[] values, int[] labels) implements SampleRows {

    public RandomRows(int count, int inputs, int targets) {
        this(count, inputs, targets, new double[count * inputs], new int[count]);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (var i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        for (var i = 0; i < count; i++) {
            labels[i] = random.nextInt(Math.max(2, targets));
        }
    }

    @Override
    public void input(int row, double[] into, int at) {
        System.arraycopy(values, row * inputs, into, at, inputs);
    }

    @Override
    public void target(int row, double[] into, int at) {
        for (var k = 0; k < targets; k++) {
            into[at + k] = targets == 1 ? labels[row] : k == labels[row] ? 1 : 0;
        }
    }
}
