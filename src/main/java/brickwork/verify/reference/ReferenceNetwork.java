package brickwork.verify.reference;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.List;

/**
 * A network as its definition reads, in doubles: what it gives, what its loss is, the derivatives of that, and its training. Rows are one
 * batch of scaled inputs and encoded targets; parameters are those of {@link Parameters}, taken as they are whatever precision they say.
 */
public final class ReferenceNetwork {

    private final Specification network;

    public ReferenceNetwork(Specification network) {
        this.network = network;
    }

    public Specification network() {
        return network;
    }

    /** The layers in doubles. */
    public ReferenceModel<Real> inDoubles(Parameters parameters, Mode mode) {
        return model(reals(parameters), mode, new Real(0));
    }

    /** The layers in pairs of doubles, which take {@code parameters} exactly. */
    public ReferenceModel<DoubleDouble> inPairs(Parameters parameters, Mode mode) {
        return model(entries(parameters, (tensor, index) -> DoubleDouble.exactly(tensor.values()[index])), mode, DoubleDouble.ZERO);
    }

    /** The layers in doubles with a bound on what is rounded. */
    public ReferenceModel<Bounded> inBounds(Parameters parameters, Mode mode) {
        return model(entries(parameters, Bounded::parameter), mode, new Bounded(0, 0));
    }

    private <S extends Scalar<S>> ReferenceModel<S> model(TensorEntries<S> entries, Mode mode, S zero) {
        var layers = network.feedForward().layers().stream().map(layer -> ReferenceLayers.of(layer, entries, mode)).toList();
        return ReferenceModel.of(network.feedForward().loss(), layers, zero);
    }

    /** a of the last layer in prediction, a row for each sample. */
    public double[][] outputs(Parameters parameters, SampleRows rows) {
        var model = inDoubles(parameters, new Mode.Prediction());
        return model.portions(rows).map(samples -> model.run(samples, Branches.NATURAL).lastActivations())
                .flatMap(outputs -> outputs.rows().stream()).map(Batch::doubles).toArray(double[][]::new);
    }

    /** The data terms of the loss over all rows in prediction. */
    public double dataLoss(Parameters parameters, SampleRows rows) {
        return inDoubles(parameters, new Mode.Prediction()).dataLoss(rows).value();
    }

    /** The data loss of a batch in training, under dropout. */
    public double dataLoss(Parameters parameters, SampleRows rows, Masks masks) {
        return inDoubles(parameters, new Mode.Training(masks)).dataLoss(rows).value();
    }

    /** The penalties, over all weights, frozen ones too. */
    public double penalty(Parameters parameters) {
        return penalty(reals(parameters), new Real(0)).value();
    }

    /** One penalty, over all weights, frozen ones too. */
    public double penalty(Penalty penalty, Parameters parameters) {
        return ReferencePenalty.value(penalty, network, reals(parameters), new Real(0)).value();
    }

    private <S extends Scalar<S>> S penalty(TensorEntries<S> entries, S zero) {
        var total = zero;
        for (var penalty : network.feedForward().loss().penalties()) {
            total = total.plus(ReferencePenalty.value(penalty, network, entries, zero));
        }
        return total;
    }

    /**
     * Gradients of data loss plus penalty by backpropagation, dropout and clipping off, in the shape of {@code parameters}; zero for what
     * is not trained.
     */
    public Parameters gradients(Parameters parameters, SampleRows rows) {
        return step(parameters, rows, Masks.NONE).gradients();
    }

    /** The gradients of one penalty alone, in the shape of {@code parameters}; zero for what is not trained. */
    public Parameters gradients(Penalty penalty, Parameters parameters) {
        var sums = new GradientSums(this, parameters);
        ReferencePenalty.addGradients(penalty, network, reals(parameters), sums);
        return sums.gradients();
    }

    /**
     * What a training step finds.
     *
     * @param gradients of data loss plus penalty
     * @param state     the tensors that follow the batches seen
     */
    record Step(Parameters gradients, List<ReferenceLayer.StateTensor> state) {}

    Step step(Parameters parameters, SampleRows rows, Masks masks) {
        var sums = new GradientSums(this, parameters);
        var state = new ArrayList<ReferenceLayer.StateTensor>();
        var model = inDoubles(parameters, new Mode.Training(masks));
        model.portions(rows).map(samples -> model.run(samples, Branches.NATURAL)).forEach(pass -> {
            new BackwardPass(pass, rows.count()).addTo(sums);
            state.addAll(pass.stateAfter());
        });
        var entries = reals(parameters);
        network.feedForward().loss().penalties().forEach(penalty -> ReferencePenalty.addGradients(penalty, network, entries, sums));
        return new Step(sums.gradients(), state);
    }

    /**
     * The derivative of data loss plus penalty by one parameter, forward by dual numbers; a frozen one has its derivative too. A dual
     * number goes through a function of the host program by a {@link NumericSlope} of the function's value, never by the derivative it
     * states.
     */
    public double derivative(Parameters parameters, SampleRows rows, String tensor, int row, int column) {
        var columns = parameters.tensor(tensor).columns();
        var entries = entries(parameters,
                (t, index) -> new Dual(t.values()[index], t.name().equals(tensor) && index == row * columns + column ? 1 : 0));
        var zero = new Dual(0, 0);
        return model(entries, Mode.WITHOUT_DROPOUT, zero).dataLoss(rows).plus(penalty(entries, zero)).slope();
    }

    /** Training from {@code initial}, one update at a time. */
    public ReferenceTraining training(Parameters initial) {
        return new ReferenceTraining(this, initial);
    }

    /**
     * Training that goes on after {@code updates} updates.
     *
     * @param memory what the rule remembers then, named as in {@code layer1.weight.m}
     */
    public ReferenceTraining training(Parameters parameters, List<Tensor> memory, long updates) {
        return new ReferenceTraining(this, parameters, memory, updates);
    }

    /** Whether an update moves the tensor of that name. */
    boolean isTrained(String tensor) {
        return network.feedForward().layers().stream().flatMap(layer -> layer.trainedTensors().stream())
                .anyMatch(spec -> spec.name().equals(tensor));
    }

    /** Whether an update moves the tensor of that name. */
    public static boolean isTrained(Specification network, String tensor) {
        return new ReferenceNetwork(network).isTrained(tensor);
    }

    private TensorEntries<Real> reals(Parameters parameters) {
        return entries(parameters, (tensor, index) -> new Real(tensor.values()[index]));
    }

    private <S extends Scalar<S>> TensorEntries<S> entries(Parameters parameters, TensorEntries.Lift<S> lift) {
        var expected = network.feedForward().layers().stream().flatMap(layer -> layer.tensors().stream())
                .map(t -> t.name() + " " + t.rows() + " x " + t.columns()).toList();
        var given = parameters.tensors().stream().map(t -> t.name() + " " + t.rows() + " x " + t.columns()).toList();
        if (!expected.equals(given)) {
            throw new IllegalArgumentException("the network's parameters are " + expected + ", got " + given);
        }
        return new TensorEntries<>(parameters, lift);
    }
}
