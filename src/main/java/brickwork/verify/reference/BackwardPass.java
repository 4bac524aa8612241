package brickwork.verify.reference;

import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Backpropagation: the derivatives of the data loss by what each layer takes and gives, from the last layer to the first. */
public final class BackwardPass {

    private final ForwardPass<Real> pass;
    /** By the values of the same place in the pass, [place][row][unit]; those by the inputs of the network nobody needs. */
    private final double[][][] derivatives;
    private final double[][] direct;

    /**
     * Back along {@code pass}.
     *
     * @param batchSize samples of the batch; the pass may hold a portion of them
     */
    public BackwardPass(ForwardPass<Real> pass, int batchSize) {
        this.pass = pass;
        var model = pass.model();
        var rows = pass.samples().size();
        var end = model.layers().size();
        var activation = model.span(model.depth() - 1).activation();
        derivatives = new double[end + 1][][];
        derivatives[end] = new double[rows][];
        direct = new double[rows][];
        for (var row = 0; row < rows; row++) {
            var a = pass.lastActivations().doubles(row);
            var y = pass.samples().get(row).targets();
            derivatives[end][row] = ReferenceLoss.byOutputs(model.loss(), a, y, batchSize);
            direct[row] = ReferenceLoss.byPreActivations(model.loss(), a, y, batchSize);
        }
        for (var position = end - 1; position > 0; position--) {
            derivatives[position] = model.layers().get(position)
                    .backward(pass.into(position), pass.from(position), derivatives[position + 1]);
            for (var row = 0; position == activation && row < rows; row++) {
                for (var k = 0; k < direct[row].length; k++) {
                    derivatives[position][row][k] += direct[row][k];
                }
            }
        }
    }

    /** Adds what all samples of the pass contribute to the gradients. */
    void addTo(GradientSums sums) {
        addTo(sums, _ -> true);
    }

    /** Adds what some samples of the pass contribute to the gradients. */
    public void addTo(GradientSums sums, Predicate<Sample> wanted) {
        var rows = IntStream.range(0, pass.samples().size()).filter(row -> wanted.test(pass.samples().get(row))).boxed().toList();
        for (var position = 0; position < pass.model().layers().size(); position++) {
            pass.model().layers().get(position).addGradients(pass.into(position), derivatives[position + 1], rows, sums);
        }
    }

    /** dL/da' for what a layer of the model hands on, [row][unit]; for the last by the terms of the loss that are functions of a. */
    public double[][] byOutputs(int layer) {
        return derivatives[pass.model().span(layer).end()];
    }

    /** dL/da = dL/da'·mask of a layer of the model. */
    public double[][] byActivations(int layer) {
        return derivatives[pass.model().span(layer).activation() + 1];
    }

    /** dL/dz of a layer of the model. */
    public double[][] byPreActivations(int layer) {
        return derivatives[pass.model().span(layer).activation()];
    }

    /** dL/dh of a layer of the model for h = W·a + b: dL/dz where it does not normalise. */
    public double[][] byProducts(int layer) {
        return derivatives[pass.model().span(layer).first() + 1];
    }

    /** dL/dz of the last layer, by the terms of the loss that are functions of z. */
    public double[][] direct() {
        return direct;
    }
}
