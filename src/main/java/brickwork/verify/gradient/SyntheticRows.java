package brickwork.verify.gradient;

import brickwork.data.Dataset;
import brickwork.data.InMemoryRows;
import brickwork.model.Activation;
import brickwork.model.Specification;
import brickwork.random.RandomStream;

/**
 * Samples for a network that names no data: standard normal inputs from the stream {@code gradcheck} of the seed, and targets its last
 * layer could give – one-hot for softmax, 0 or 1 for sigmoid, within (-1, 1) for tanh, above 0 for relu and softplus, standard normal
 * otherwise.
 */
public final class SyntheticRows {

    private SyntheticRows() {}

    /** The first {@code count} samples: for {@code m < n}, of(m) is a prefix of of(n). */
    public static InMemoryRows of(Specification network, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a gradient check needs at least 1 sample, got " + count);
        }
        var random = new RandomStream(network.seed(), "gradcheck");
        var inputs = new double[count][network.inputs()];
        var targets = new double[count][network.outputs()];
        for (var row = 0; row < count; row++) {
            for (var i = 0; i < network.inputs(); i++) {
                inputs[row][i] = random.nextGaussian();
            }
            if (network.feedForward().lastLayer().activation() instanceof Activation.Softmax) {
                targets[row][random.nextInt(network.outputs())] = 1;
            } else {
                for (var k = 0; k < network.outputs(); k++) {
                    targets[row][k] = target(network.feedForward().lastLayer().activation(), random);
                }
            }
        }
        return new InMemoryRows(inputs, targets);
    }

    /** The first {@code count} samples as a dataset, all of them for training. */
    public static Dataset dataset(Specification network, int count) {
        var rows = of(network, count);
        return Dataset.of(rows.x(), rows.y());
    }

    private static double target(Activation last, RandomStream random) {
        return switch (last.traits().targets()) {
            case BINARY, ONE_HOT -> random.nextInt(2);
            case WITHIN_ONE -> 2 * random.nextDouble() - 1;
            case NOT_NEGATIVE -> Math.abs(random.nextGaussian());
            case ANY -> random.nextGaussian();
        };
    }
}
