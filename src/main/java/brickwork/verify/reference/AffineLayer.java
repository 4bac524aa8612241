package brickwork.verify.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * z = W·a + b, W of shape [units, inputs], b of shape [units] or absent.
 *
 * @param weights W, row after row
 * @param bias    b, empty where there is none
 */
record AffineLayer<S extends Scalar<S>>(String weightName, String biasName, int inputs, List<S> weights,
        List<S> bias) implements ReferenceLayer.Linear<S> {

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
        return in.map((a, _) -> preActivations(a));
    }

    private List<S> preActivations(List<S> a) {
        var z = new ArrayList<S>(units());
        for (var at = 0; at < weights.size(); at += inputs) {
            var sum = weights.get(at).times(a.getFirst());
            for (var i = 1; i < inputs; i++) {
                sum = sum.plus(weights.get(at + i).times(a.get(i)));
            }
            z.add(bias.isEmpty() ? sum : sum.plus(bias.get(z.size())));
        }
        return z;
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
    public void addGradients(Batch<S> in, double[][] byOutput, List<Integer> rows, GradientSums sums) {
        var byWeights = sums.of(weightName);
        for (var row : rows) {
            var a = in.doubles(row);
            for (var unit = 0; unit < units(); unit++) {
                for (var i = 0; i < inputs; i++) {
                    byWeights[unit * inputs + i] += byOutput[row][unit] * a[i];
                }
                if (!bias.isEmpty()) {
                    sums.of(biasName)[unit] += byOutput[row][unit];
                }
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
    public int unit(String tensor, int index) {
        return tensor.equals(weightName) ? index / inputs : index;
    }

    @Override
    public List<S> factors(String tensor, int index, Batch<S> in) {
        return tensor.equals(weightName) ? in.column(index % inputs) : Collections.nCopies(in.count(), in.at(0, 0).of(1));
    }
}
