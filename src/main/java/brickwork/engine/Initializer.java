package brickwork.engine;

import brickwork.model.Initialization;
import brickwork.model.Layer;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import brickwork.random.RandomStream;
import java.util.ArrayList;
import java.util.function.DoubleSupplier;

/**
 * The parameters a network starts from. Each tensor draws, row by row, from its own stream {@code init/layer1.weight} of the network's
 * seed, so a layer's start does not depend on the others. Both number types draw the same doubles; f32 rounds them.
 */
public final class Initializer {

    private Initializer() {}

    public static Parameters parameters(Specification network) {
        var tensors = new ArrayList<Tensor>();
        for (var layer : network.feedForward().layers()) {
            layer.tensors().forEach(tensor -> tensors.add(tensor(network, layer, tensor)));
        }
        return new Parameters(network.precision(), tensors);
    }

    private static Tensor tensor(Specification network, Layer layer, TensorSpec tensor) {
        var values = new double[Sizes.of("the values of " + tensor.name(), tensor.elements())];
        var next = source(tensor.start(), layer, new RandomStream(network.seed(), "init/" + tensor.name()));
        for (var i = 0; i < values.length; i++) {
            var value = next.getAsDouble();
            values[i] = network.precision() == Precision.F32 ? (float) value : value;
        }
        return new Tensor(tensor.name(), tensor.rows(), tensor.columns(), tensor.isVector(), values);
    }

    private static DoubleSupplier source(Initialization scheme, Layer layer, RandomStream stream) {
        return switch (scheme) {
            case Initialization.Zeros _ -> () -> 0;
            case Initialization.Constant(var value) -> () -> value;
            case Initialization.Normal(var deviation) -> normal(deviation, stream);
            case Initialization.Uniform(var bound) -> uniform(bound, stream);
            case Initialization.Xavier _ -> uniform(Math.sqrt(6.0 / ((long) layer.inputs() + layer.units())), stream);
            case Initialization.He _ -> normal(Math.sqrt(2.0 / layer.inputs()), stream);
            case Initialization.Lecun _ -> normal(Math.sqrt(1.0 / layer.inputs()), stream);
            case Initialization.Values(var rows) -> {
                var values = rows.stream().flatMap(row -> row.stream()).iterator();
                yield values::next;
            }
        };
    }

    private static DoubleSupplier normal(double deviation, RandomStream stream) {
        return () -> deviation * stream.nextGaussian();
    }

    private static DoubleSupplier uniform(double bound, RandomStream stream) {
        return () -> bound * (2 * stream.nextDouble() - 1);
    }
}
