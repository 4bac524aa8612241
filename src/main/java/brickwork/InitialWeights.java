package brickwork;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Initialization;
import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Writes parameters into a network as the values it starts from. */
final class InitialWeights {

    private InitialWeights() {}

    static Specification of(Specification network, Parameters parameters) {
        return network.withLayers(network.feedForward().layers().stream()
                .<Layer>map(layer -> layer.withStart(tensor -> values(tensor, FittingParameters.tensor(tensor, parameters)))).toList());
    }

    private static Initialization values(TensorSpec needed, Tensor tensor) {
        var rows = needed.rows();
        var columns = needed.columns();
        return new Initialization.Values(needed.isVector() ? List.of(row(tensor.values(), 0, rows))
                : IntStream.range(0, rows).mapToObj(row -> row(tensor.values(), row * columns, columns)).toList());
    }

    private static List<Double> row(double[] values, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> values[i]).toList();
    }
}
