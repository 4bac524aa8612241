package brickwork.verify.reference;

import brickwork.verify.reference.Perturbation.Column;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * y = gamma·x̂ + beta with x̂ = (x - mean)/√(variance + epsilon), for each unit over the samples of the batch (Ioffe and Szegedy 2015; as
 * PyTorch's BatchNorm1d). In training mean and variance are those of the batch, Σx/B and Σ(x - mean)²/B; in prediction they are the
 * running ones, which each training step moves by momentum: running = (1 - momentum)·running + momentum·seen, the variance seen being the
 * unbiased one, Σ(x - mean)²/(B - 1).
 */
final class BatchNormalization<S extends Scalar<S>> implements ReferenceLayer.Linear<S> {

    private final Names names;
    private final Tensors<S> tensors;
    private final double momentum;
    private final double epsilon;
    private final boolean training;

    /** The names of its tensors, such as {@code layer1.norm.gamma}. */
    private record Names(String gamma, String beta, String mean, String variance) {

        static Names under(String prefix) {
            return new Names(prefix + ".gamma", prefix + ".beta", prefix + ".mean", prefix + ".variance");
        }
    }

    /** A number for each unit in every one; mean and variance are the running ones. */
    private record Tensors<S extends Scalar<S>>(List<S> gamma, List<S> beta, List<S> mean, List<S> variance) {

        static <S extends Scalar<S>> Tensors<S> of(Names names, TensorEntries<S> entries) {
            return new Tensors<>(entries.of(names.gamma()), entries.of(names.beta()), entries.of(names.mean()),
                    entries.of(names.variance()));
        }
    }

    /**
     * With the tensors of {@code entries}.
     *
     * @param prefix of their names, such as {@code layer1.norm}
     */
    BatchNormalization(String prefix, TensorEntries<S> entries, double momentum, double epsilon, Mode mode) {
        this.names = Names.under(prefix);
        this.tensors = Tensors.of(names, entries);
        this.momentum = momentum;
        this.epsilon = epsilon;
        this.training = mode instanceof Mode.Training;
    }

    @Override
    public boolean sampleWise() {
        return !training;
    }

    /** One unit over the batch: x - mean and √(variance + epsilon). */
    private record Normalized<S extends Scalar<S>>(S mean, S variance, List<S> centred, S root) {

        /** x̂ of a sample. */
        S at(int row) {
            return centred.get(row).over(root);
        }
    }

    private Normalized<S> normalized(List<S> x, int unit) {
        var batchSize = x.getFirst().of(x.size());
        var mean = training ? ReferenceActivation.sum(x).over(batchSize) : tensors.mean().get(unit);
        var centred = x.stream().map(value -> value.minus(mean)).toList();
        var variance = training
                ? ReferenceActivation.sum(centred.stream().map(d -> d.times(d)).toList()).over(batchSize)
                : tensors.variance().get(unit);
        return new Normalized<>(mean, variance, centred, variance.plus(mean.of(epsilon)).sqrt());
    }

    private List<S> outputs(List<S> x, int unit) {
        var normalized = normalized(x, unit);
        return IntStream.range(0, x.size())
                .mapToObj(row -> tensors.gamma().get(unit).times(normalized.at(row)).plus(tensors.beta().get(unit))).toList();
    }

    /** x̂, a row for each row of {@code in}. */
    Batch<S> normalized(Batch<S> in) {
        return Batch.ofColumns(in.samples(), IntStream.range(0, in.units()).mapToObj(unit -> {
            var normalized = normalized(in.column(unit), unit);
            return IntStream.range(0, in.count()).mapToObj(normalized::at).toList();
        }).toList());
    }

    @Override
    public Batch<S> forward(Batch<S> in, Branches branches) {
        var columns = IntStream.range(0, in.units()).mapToObj(unit -> outputs(in.column(unit), unit)).toList();
        return Batch.ofColumns(in.samples(), columns);
    }

    /**
     * In training dL/dx = (d - Σd/B - x̂·Σ(d·x̂)/B) / √(variance + epsilon) with d = dL/dy·gamma, the sums over the batch; in prediction
     * d/√(variance + epsilon).
     */
    @Override
    public double[][] backward(Batch<S> in, Batch<S> out, double[][] byOutput) {
        var byInput = new double[byOutput.length][in.units()];
        for (var unit = 0; unit < in.units(); unit++) {
            var normalized = normalized(in.column(unit), unit);
            var gamma = tensors.gamma().get(unit).value();
            var mean = 0.0;
            var meanWithNormalized = 0.0;
            for (var row = 0; training && row < byInput.length; row++) {
                mean += byOutput[row][unit] * gamma / byInput.length;
                meanWithNormalized += byOutput[row][unit] * gamma * normalized.at(row).value() / byInput.length;
            }
            for (var row = 0; row < byInput.length; row++) {
                byInput[row][unit] = (byOutput[row][unit] * gamma - mean - normalized.at(row).value() * meanWithNormalized)
                        / normalized.root().value();
            }
        }
        return byInput;
    }

    /** dL/dgamma += dL/dy·x̂, dL/dbeta += dL/dy. */
    @Override
    public void addGradients(Batch<S> in, double[][] byOutput, List<Integer> rows, GradientSums sums) {
        for (var unit = 0; unit < in.units(); unit++) {
            var normalized = normalized(in.column(unit), unit);
            for (var row : rows) {
                sums.of(names.gamma())[unit] += byOutput[row][unit] * normalized.at(row).value();
                sums.of(names.beta())[unit] += byOutput[row][unit];
            }
        }
    }

    /** Where one unit changes, no other does, but it does in every sample. */
    @Override
    public Perturbation<S> perturbed(Perturbation<S> change, Batch<S> in, Batch<S> out, Branches branches) {
        return change instanceof Column<S> column
                ? new Column<>(column.unit(), in.samples(), outputs(in.with(column.rows(in)).column(column.unit()), column.unit()))
                : ReferenceLayer.Linear.super.perturbed(change, in, out, branches);
    }

    @Override
    public List<String> tensors() {
        return List.of(names.gamma(), names.beta(), names.mean(), names.variance());
    }

    @Override
    public int unit(String tensor, int index) {
        return index;
    }

    @Override
    public List<S> factors(String tensor, int index, Batch<S> in) {
        var normalized = normalized(in.column(index), index);
        return tensor.equals(names.gamma())
                ? IntStream.range(0, in.count()).mapToObj(normalized::at).toList()
                : Collections.nCopies(in.count(), in.at(0, 0).of(1));
    }

    @Override
    public List<StateTensor> stateAfter(Batch<S> in) {
        var mean = new double[in.units()];
        var variance = new double[in.units()];
        for (var unit = 0; unit < in.units(); unit++) {
            var normalized = normalized(in.column(unit), unit);
            mean[unit] = running(tensors.mean().get(unit).value(), normalized.mean().value());
            variance[unit] = running(tensors.variance().get(unit).value(), normalized.variance().value() * in.count() / (in.count() - 1));
        }
        return List.of(new StateTensor(names.mean(), mean), new StateTensor(names.variance(), variance));
    }

    private double running(double before, double seen) {
        return (1 - momentum) * before + momentum * seen;
    }
}
