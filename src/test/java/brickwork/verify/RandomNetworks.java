package brickwork.verify;

import brickwork.model.GradientDescent;
import brickwork.model.Learning;
import brickwork.model.FeedForward;
import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Initialization;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Networks, parameters and samples drawn from a seed: all activations, losses, penalties, optimizers and kinds of bias, up to 5 layers. */
public final class RandomNetworks {

    private RandomNetworks() {}

    /** A network, where it stands, and samples it takes. */
    public record Case(Specification network, Parameters parameters, SampleRows rows) {}

    public static Case draw(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var depth = random.nextInt(1, 6);
        var widths = random.ints(depth + 1, 1, 9).toArray();
        var last = random.nextInt(4);
        var layers = new ArrayList<Layer>();
        for (var i = 0; i < depth; i++) {
            var activation = i < depth - 1 || last > 1 ? hidden(random) : last == 0 ? new Activation.Sigmoid() : new Activation.Softmax();
            var frozen = depth > 1 && random.nextInt(6) == 0;
            var dropout = i < depth - 1 && random.nextInt(5) == 0 ? random.nextDouble(0.1, 0.6) : 0;
            layers.add(layer(i + 1, widths[i], widths[i + 1], activation, bias(random), frozen, dropout));
        }
        var terms = new ArrayList<LossTerm>();
        do {
            terms.add(new LossTerm(random.nextBoolean() ? 1 : random.nextDouble(0.1, 2), kind(random, layers.getLast().activation()),
                    Origin.NONE));
        } while (random.nextInt(4) == 0);
        var penalties = new ArrayList<Penalty>();
        if (random.nextInt(3) == 0) {
            penalties.add(new Penalty.L1(random.nextDouble(0.001, 0.1), Origin.NONE));
        }
        if (random.nextInt(3) == 0) {
            penalties.add(new Penalty.L2(random.nextDouble(0.001, 0.1), Origin.NONE));
        }
        var network = network(layers, new Loss(terms, penalties), optimizer(random), clip(random));
        return new Case(network, parameters(network, random), rows(network, random.nextInt(1, 20), random));
    }

    public static Layer layer(int number, int inputs, int units, Activation activation, Bias bias, boolean frozen) {
        return layer(number, inputs, units, activation, bias, frozen, 0);
    }

    private static Layer layer(int number, int inputs, int units, Activation activation, Bias bias, boolean frozen, double dropout) {
        return new Dense(number, Optional.empty(), inputs, units, activation, activation.traits().start(), bias, frozen, dropout,
                Origin.NONE);
    }

    public static Specification network(List<Layer> layers, Loss loss, Optimizer optimizer, Optional<Clip> clip) {
        return Specification.of(new FeedForward(layers, loss), Learning.by(new GradientDescent(optimizer, clip)))
                .withPrecision(Precision.F64);
    }

    /** A network whose every layer but the last normalises over the batch. */
    public static Specification normalized(Bias.Norm norm, Activation hidden, Activation last, Loss loss, int... widths) {
        var layers = new ArrayList<Layer>();
        for (var i = 1; i < widths.length; i++) {
            var isLast = i == widths.length - 1;
            layers.add(layer(i, widths[i - 1], widths[i], isLast ? last : hidden, isLast ? Bias.zeros() : norm, false));
        }
        return network(layers, loss, Optimizer.standard(), Optional.empty());
    }

    /** Weights as he would draw them, biases and betas near 0, gammas near 1, running statistics that belong to no batch. */
    public static Parameters parameters(Specification network, RandomGenerator random) {
        var tensors = new ArrayList<Tensor>();
        for (var layer : network.feedForward().layers()) {
            var weights = random.doubles(1L * layer.units() * layer.inputs())
                    .map(_ -> random.nextGaussian(0, Math.sqrt(2.0 / layer.inputs())))
                    .toArray();
            tensors.add(new Tensor(layer.weightName(), layer.units(), layer.inputs(), false, weights));
            if (layer.hasBias()) {
                tensors.add(vector(layer, "bias", random, 0, 0.3));
            }
            if (layer.norm().isPresent()) {
                tensors.add(vector(layer, "norm.gamma", random, 1, 0.3));
                tensors.add(vector(layer, "norm.beta", random, 0, 0.3));
                tensors.add(vector(layer, "norm.mean", random, 0, 0.5));
                tensors.add(vector(layer, "norm.variance", random, 2, 0.1));
            }
        }
        return new Parameters(Precision.F64, tensors);
    }

    private static Tensor vector(Layer layer, String word, RandomGenerator random, double mean, double deviation) {
        return new Tensor(layer.tensorName(word), layer.units(), 1, true,
                random.doubles(layer.units()).map(_ -> random.nextGaussian(mean, deviation)).toArray());
    }

    /** Normal inputs; one-hot targets for softmax, 0 and 1 for sigmoid, normal ones otherwise. */
    public static InMemoryRows rows(Specification network, int count, RandomGenerator random) {
        var x = new double[count][network.inputs()];
        var y = new double[count][network.outputs()];
        for (var row = 0; row < count; row++) {
            x[row] = random.doubles(network.inputs()).map(_ -> random.nextGaussian()).toArray();
            if (network.feedForward().lastLayer().activation() instanceof Activation.Softmax) {
                y[row][random.nextInt(y[row].length)] = 1;
            } else {
                var zeroOrOne = network.feedForward().lastLayer().activation() instanceof Activation.Sigmoid;
                y[row] = random.doubles(network.outputs()).map(_ -> zeroOrOne ? random.nextInt(2) : random.nextGaussian()).toArray();
            }
        }
        return new InMemoryRows(x, y);
    }

    private static Activation hidden(RandomGenerator random) {
        var all = List.of(new Activation.Linear(), new Activation.Sigmoid(), new Activation.Tanh(), new Activation.Relu(),
                new Activation.LeakyRelu(0.01), new Activation.LeakyRelu(-0.3), new Activation.Elu(1), new Activation.Elu(0.7),
                new Activation.Selu(), new Activation.Gelu(), new Activation.Silu(), new Activation.Mish(), new Activation.Softplus());
        return all.get(random.nextInt(all.size()));
    }

    private static Bias bias(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Bias.None();
            case 1 -> new Bias.Present(new Initialization.Zeros(), true);
            default -> Bias.zeros();
        };
    }

    private static LossTerm.Kind kind(RandomGenerator random, Activation last) {
        if (random.nextBoolean() && last instanceof Activation.Sigmoid) {
            return new LossTerm.BinaryCrossEntropy();
        }
        if (random.nextBoolean() && last instanceof Activation.Softmax) {
            return new LossTerm.CrossEntropy();
        }
        return switch (random.nextInt(5)) {
            case 0 -> new LossTerm.MeanSquaredError();
            case 1 -> new LossTerm.SumSquaredError();
            case 2 -> new LossTerm.MeanAbsoluteError();
            case 3 -> new LossTerm.Huber(1);
            default -> new LossTerm.Huber(0.3);
        };
    }

    private static Optimizer optimizer(RandomGenerator random) {
        var rule = switch (random.nextInt(8)) {
            case 0 -> new Optimizer.Sgd(0, false);
            case 1 -> new Optimizer.Sgd(0.9, false);
            case 2 -> new Optimizer.Sgd(0.8, true);
            case 3 -> new Optimizer.Adam(0.9, 0.999, 1e-6, 0, false);
            case 4 -> new Optimizer.Adam(0.8, 0.99, 1e-6, 0.05, true);
            case 5 -> new Optimizer.RmsProp(0.9, 1e-6);
            case 6 -> new Optimizer.AdaGrad(1e-6);
            default -> new Optimizer.Rprop(0.5, 1.2, 1e-6, 50);
        };
        return new Optimizer(rule, 0.05, Schedule.constant(), Origin.NONE);
    }

    private static Optional<Clip> clip(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of(new Clip.Norm(random.nextDouble(0.1, 2)));
            case 1 -> Optional.of(new Clip.Value(random.nextDouble(0.01, 0.5)));
            default -> Optional.empty();
        };
    }
}
