package brickwork.verify.check;

import brickwork.engine.Tensor;
import brickwork.model.Initialization;
import brickwork.model.Layer;
import brickwork.random.RandomStream;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * Each initial parameter is what its scheme draws, row by row, from the stream {@code init/} and its tensor's name of the seed: bounds and
 * deviations are computed here anew, and no tensor disturbs another. Every number is compared to 4 units in the last
 * place.
 */
public record InitialDraws() implements TrainingLaw {

    @Override
    public Verdict judge(Trial trial) {
        var network = trial.specification();
        var initial = trial.initial();
        var comparison = Comparison.with("its scheme makes it", new Tolerance.Ulps(4), network.precision());
        for (var layer : network.feedForward().layers()) {
            layer.tensors().forEach(tensor -> compare(comparison, initial.tensor(tensor.name()),
                    draws(layer, tensor.start(), network.seed(), tensor.name())));
        }
        return comparison.verdict("{compared} initial parameters are what their schemes draw")
                .withEvidence(evidence -> comparison.holds() ? evidence : evidence.in("before training", " "));
    }

    private static void compare(Comparison comparison, Tensor tensor, DoubleSupplier draws) {
        comparison.numbers(i -> Comparison.entry(tensor, i), tensor.values(),
                DoubleStream.generate(draws).limit(tensor.values().length).toArray());
    }

    private static DoubleSupplier draws(Layer layer, Initialization scheme, long seed, String tensor) {
        var random = new RandomStream(seed, "init/" + tensor);
        return switch (scheme) {
            case Initialization.Zeros _ -> () -> 0;
            case Initialization.Constant(var value) -> () -> value;
            case Initialization.Normal(var deviation) -> () -> random.nextGaussian() * deviation;
            case Initialization.He _ -> () -> random.nextGaussian() * Math.sqrt(2.0 / layer.inputs());
            case Initialization.Lecun _ -> () -> random.nextGaussian() / Math.sqrt(layer.inputs());
            case Initialization.Uniform(var bound) -> () -> between(-bound, bound, random.nextDouble());
            case Initialization.Xavier _ -> {
                var bound = Math.sqrt(6.0 / (layer.inputs() + layer.units()));
                yield () -> between(-bound, bound, random.nextDouble());
            }
            case Initialization.Values(var rows) -> rows.stream().flatMap(row -> row.stream()).iterator()::next;
        };
    }

    private static double between(double low, double high, double share) {
        return low + (high - low) * share;
    }
}
