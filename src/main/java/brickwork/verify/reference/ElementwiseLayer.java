package brickwork.verify.reference;

import java.util.ArrayList;

/** A layer whose every output is a function of the one input of the same unit and sample. */
abstract class ElementwiseLayer<S extends Scalar<S>> implements ReferenceLayer<S> {

    /** The function. */
    abstract S output(S x, int unit, int sample, Branches branches);

    /** Its derivative, given also its value {@code y}. */
    abstract double slope(double x, double y, int unit, int sample);

    @Override
    public final boolean sampleWise() {
        return true;
    }

    @Override
    public final Batch<S> forward(Batch<S> in, Branches branches) {
        return in.map((x, sample) -> {
            var y = new ArrayList<S>(x.size());
            for (var unit = 0; unit < x.size(); unit++) {
                y.add(output(x.get(unit), unit, sample, branches));
            }
            return y;
        });
    }

    /** dL/dx = dL/dy·dy/dx. */
    @Override
    public final double[][] backward(Batch<S> in, Batch<S> out, double[][] byOutput) {
        var byInput = new double[byOutput.length][in.units()];
        for (var row = 0; row < byInput.length; row++) {
            for (var unit = 0; unit < in.units(); unit++) {
                byInput[row][unit] = byOutput[row][unit]
                        * slope(in.at(row, unit).value(), out.at(row, unit).value(), unit, in.samples().get(row));
            }
        }
        return byInput;
    }

    /** Where one unit changes, no other does. */
    @Override
    public final Perturbation<S> perturbed(Perturbation<S> change, Batch<S> in, Batch<S> out, Branches branches) {
        if (!(change instanceof Perturbation.Column<S>(var unit, var samples, var values))) {
            return ReferenceLayer.super.perturbed(change, in, out, branches);
        }
        var y = new ArrayList<S>(values.size());
        for (var i = 0; i < values.size(); i++) {
            y.add(output(values.get(i), unit, samples.get(i), branches));
        }
        return new Perturbation.Column<>(unit, samples, y);
    }
}
