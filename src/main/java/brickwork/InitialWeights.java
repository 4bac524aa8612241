package brickwork;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.model.Layer;
import brickwork.model.Specification;
import java.util.List;
import java.util.stream.IntStream;

/** Writes parameters into a network as the values it starts from. */
final class InitialWeights {

    private InitialWeights() {}

    static Specification of(Specification network, Parameters parameters) {
        return network.withLayers(network.feedForward().layers().stream().map(layer -> layer(layer, parameters)).toList());
    }

    private static Layer layer(Layer layer, Parameters parameters) {
        var weights = values(parameters.tensor(layer.weightName()), layer.units(), layer.inputs());
        var bias = layer.bias().present().<Bias>map(present ->
                new Bias.Present(values(parameters.tensor(layer.biasName()), layer.units(), 1), present.fixed())).orElse(layer.bias());
        return new Layer(layer.number(), layer.name(), layer.inputs(), layer.units(), layer.activation(), weights, bias, layer.frozen(),
                layer.dropout(), layer.origin());
    }

    private static Initialization values(Tensor tensor, int rows, int columns) {
        if (tensor.rows() != rows || tensor.columns() != columns) {
            throw new IllegalArgumentException(tensor.name() + " has shape " + tensor.rows() + " x " + tensor.columns() + ", the network needs "
                    + rows + " x " + columns);
        }
        return new Initialization.Values(tensor.bias() ? List.of(row(tensor.values(), 0, rows))
                : IntStream.range(0, rows).mapToObj(row -> row(tensor.values(), row * columns, columns)).toList());
    }

    private static List<Double> row(double[] values, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> values[i]).toList();
    }
}
