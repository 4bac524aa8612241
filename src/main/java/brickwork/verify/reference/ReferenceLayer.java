package brickwork.verify.reference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One operation of a network over a whole batch, forward in any number type, backward in doubles: a dense layer of the model is such an
 * operation for W and b, one for f, one for dropout. A new kind of layer is a new implementation and a line in {@link ReferenceLayers};
 * gradients, kinks, dual numbers and training then follow from its methods.
 */
public interface ReferenceLayer<S extends Scalar<S>> {

    /** Whether each row of what the layer gives depends on the row of the same sample alone. */
    boolean sampleWise();

    /** What the layer gives, a row for each row of {@code in}. All samples of the batch are in it, unless the layer is sample-wise. */
    Batch<S> forward(Batch<S> in, Branches branches);

    /**
     * dL/d(what the layer takes), a row for each sample.
     *
     * @param in       what it took
     * @param out      what it gave
     * @param byOutput dL/d(what it gave)
     */
    double[][] backward(Batch<S> in, Batch<S> out, double[][] byOutput);

    /** The names of the tensors the layer uses. */
    default List<String> tensors() {
        return List.of();
    }

    /** Adds to dL/d(each parameter) what some rows of the batch contribute. */
    default void addGradients(Batch<S> in, double[][] byOutput, List<Integer> rows, GradientSums sums) {}

    /**
     * What changes in the output where one entry of a tensor is greater by {@code shift}.
     *
     * @param in  what the layer took in a pass made before
     * @param out what it gave then
     */
    default Perturbation<S> moved(String tensor, int index, S shift, Batch<S> in, Batch<S> out) {
        throw new IllegalArgumentException("the layer has no parameters, so none named " + tensor);
    }

    /**
     * What changes in the output where something changes in the input. By default whole rows are computed anew: those that changed, or all
     * of them where the layer couples samples.
     *
     * @param change in the input
     * @param in     what the layer took in a pass made before
     * @param out    what it gave then
     */
    default Perturbation<S> perturbed(Perturbation<S> change, Batch<S> in, Batch<S> out, Branches branches) {
        var changed = change.rows(in);
        return new Perturbation.Rows<>(forward(sampleWise() ? changed : in.with(changed), branches));
    }

    /**
     * A layer that is equal to this one near a pass made before, to first order: for functions of the host program, of which only doubles
     * are known, so that differences of millionths need their tangents.
     */
    default ReferenceLayer<S> linearizedAt(Batch<S> in, Batch<S> out) {
        return this;
    }

    /** What the tensors hold that are neither trained nor fixed, after a training step over this batch. */
    default List<StateTensor> stateAfter(Batch<S> in) {
        return List.of();
    }

    /** New values of a tensor that follows the batches seen. */
    record StateTensor(String name, double[] values) {}

    /** A layer whose every parameter moves one unit of the output, in proportion. */
    interface Linear<S extends Scalar<S>> extends ReferenceLayer<S> {

        /** The unit that an entry of a tensor moves. */
        int unit(String tensor, int index);

        /** The derivative of that unit by the entry, for each row of what the layer takes. */
        List<S> factors(String tensor, int index, Batch<S> in);

        @Override
        default Perturbation<S> moved(String tensor, int index, S shift, Batch<S> in, Batch<S> out) {
            var unit = unit(tensor, index);
            var factors = factors(tensor, index, in);
            return new Perturbation.Column<>(unit, out.samples(), IntStream.range(0, out.count())
                    .mapToObj(row -> out.at(row, unit).plus(factors.get(row).times(shift))).toList());
        }
    }
}
