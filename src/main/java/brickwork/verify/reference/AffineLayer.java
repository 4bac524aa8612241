package brickwork.verify.reference;

import java.util.ArrayList;
import java.util.List;

/** z = W·a + b, W of shape [units, inputs], b of shape [units] or absent. */
final class AffineLayer<S extends Scalar<S>> implements ReferenceLayer.Linear<S> {

    private final String weightName;
    private final String biasName;
    private final int inputs;
    private final List<S> weights;
    private final List<S> bias;

    /**
     * With these parameters.
     *
     * @param weights W, row after row
     * @param bias    b, empty where there is none
     */
    AffineLayer(String weightName, String biasName, int inputs, List<S> weights, List<S> bias) {
        this.weightName = weightName;
        this.biasName = biasName;
        this.inputs = inputs;
        this.weights = weights;
        this.bias = bias;
    }

    private int units() {
        return weights.size() / inputs;
    }

    private S weight(int unit, int input) {
        return weights.get(unit * inputs + input);
    }

    @Override
    public boolean sampleWise() {
        return true;
    }

    /** z_u = Σ_i W_ui·a_i + b_u. */
    @Override
    public Batch<S> forward(Batch<S> in, Branches branches) {
        return in.map((a, _) -> {
            var z = new ArrayList<S>(units());
            for (var unit = 0; unit < units(); unit++) {
                var sum = weight(unit, 0).times(a.getFirst());
                for (var i = 1; i < inputs; i++) {
                    sum = sum.plus(weight(unit, i).times(a.get(i)));
                }
                z.add(bias.isEmpty() ? sum : sum.plus(bias.get(unit)));
            }
            return z;
        });
    }

    /** dL/da_i = Σ_u W_ui·dL/dz_u. */
    @Override
    public double[][] backward(Batch<S> in, Batch<S> out, double[][] byOutput) {
        var byInput = new double[byOutput.length][inputs];
        for (var row = 0; row < byOutput.length; row++) {
            for (var i = 0; i < inputs; i++) {
                for (var unit = 0; unit < units(); unit++) {
                    byInput[row][i] += weight(unit, i).value() * byOutput[row][unit];
                }
            }
        }
        return byInput;
    }

    /** dL/dW_ui += dL/dz_u·a_i, dL/db_u += dL/dz_u. */
    @Override
    public void addGradients(Batch<S> in, double[][] byOutput, int row, GradientSums sums) {
        var a = in.doubles(row);
        var byWeights = sums.of(weightName);
        for (var unit = 0; unit < units(); unit++) {
            for (var i = 0; i < inputs; i++) {
                byWeights[unit * inputs + i] += byOutput[row][unit] * a[i];
            }
            if (!bias.isEmpty()) {
                sums.of(biasName)[unit] += byOutput[row][unit];
            }
        }
    }

    /** Where one input of a sample changes, z changes by the column of W times the change. */
    @Override
    public Perturbation<S> perturbed(Perturbation<S> change, Batch<S> in, Batch<S> out, Branches branches) {
        if (!(change instanceof Perturbation.Column<S>(var input, var samples, var values))) {
            return ReferenceLayer.Linear.super.perturbed(change, in, out, branches);
        }
        var rows = new ArrayList<List<S>>(samples.size());
        for (var i = 0; i < samples.size(); i++) {
            var difference = values.get(i).minus(in.rowOf(samples.get(i)).get(input));
            var before = out.rowOf(samples.get(i));
            var z = new ArrayList<S>(units());
            for (var unit = 0; unit < units(); unit++) {
                z.add(before.get(unit).plus(weight(unit, input).times(difference)));
            }
            rows.add(z);
        }
        return new Perturbation.Rows<>(new Batch<>(samples, rows));
    }

    @Override
    public List<String> tensors() {
        return bias.isEmpty() ? List.of(weightName) : List.of(weightName, biasName);
    }

    @Override
    public AffineLayer<S> moved(String tensor, int index, S shift) {
        return tensor.equals(weightName)
                ? new AffineLayer<>(weightName, biasName, inputs, moved(weights, index, shift), bias)
                : new AffineLayer<>(weightName, biasName, inputs, weights, moved(bias, index, shift));
    }

    private static <S extends Scalar<S>> List<S> moved(List<S> entries, int index, S shift) {
        var copy = new ArrayList<>(entries);
        copy.set(index, copy.get(index).plus(shift));
        return copy;
    }

    @Override
    public int unit(String tensor, int index) {
        return tensor.equals(weightName) ? index / inputs : index;
    }

    @Override
    public S factor(String tensor, int index, List<S> in) {
        return tensor.equals(weightName) ? in.get(index % inputs) : in.getFirst().of(1);
    }
}
