package brickwork.verify.reference;

/** a_k = e^(z_k - max z) / Σ_j e^(z_j - max z), over the units of each sample. */
final class SoftmaxLayer<S extends Scalar<S>> implements ReferenceLayer<S> {

    @Override
    public boolean sampleWise() {
        return true;
    }

    @Override
    public Batch<S> forward(Batch<S> in, Branches branches) {
        return in.map((z, _) -> ReferenceActivation.softmax(z));
    }

    /** dL/dz_k = Σ_j dL/da_j·a_j·([j = k] - a_k) = a_k·(dL/da_k - Σ_j dL/da_j·a_j). */
    @Override
    public double[][] backward(Batch<S> in, Batch<S> out, double[][] byOutput) {
        var byInput = new double[byOutput.length][out.units()];
        for (var row = 0; row < byInput.length; row++) {
            var a = out.doubles(row);
            var mean = 0.0;
            for (var j = 0; j < a.length; j++) {
                mean += byOutput[row][j] * a[j];
            }
            for (var k = 0; k < a.length; k++) {
                byInput[row][k] = a[k] * (byOutput[row][k] - mean);
            }
        }
        return byInput;
    }
}
