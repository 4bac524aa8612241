package brickwork.verify.reference;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import java.util.HashMap;
import java.util.Map;

/** Gradients while they are added up, sample by sample and penalty by penalty. */
public final class GradientSums {

    private final ReferenceNetwork network;
    private final Parameters shapes;
    private final Map<String, double[]> sums = new HashMap<>();

    /** All zero, in the shape of {@code parameters}. */
    public GradientSums(ReferenceNetwork network, Parameters parameters) {
        this.network = network;
        this.shapes = parameters;
        parameters.tensors().forEach(tensor -> sums.put(tensor.name(), new double[tensor.values().length]));
    }

    /** The sums of one tensor, row after row, to be added to. */
    double[] of(String tensor) {
        return sums.get(tensor);
    }

    /** What was added so far, tensor by tensor; zero for what is not trained. */
    public Parameters gradients() {
        return new Parameters(shapes.precision(), shapes.tensors().stream().map(shape -> {
            var values = network.isTrained(shape.name()) ? sums.get(shape.name()).clone() : new double[shape.values().length];
            return new Tensor(shape.name(), shape.rows(), shape.columns(), shape.bias(), values);
        }).toList());
    }
}
