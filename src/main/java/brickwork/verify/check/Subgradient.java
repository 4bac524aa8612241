package brickwork.verify.check;

import brickwork.data.InMemoryRows;
import brickwork.data.RowSubset;
import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Language;
import brickwork.model.Layer;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.model.TensorSpec;
import brickwork.source.Listing;
import brickwork.verify.NetworkState;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.stream.Stream;

/**
 * Exactly at a kink the derivative is the one the language documents: 0 for relu at 0, that of the negative side for leaky_relu, elu and
 * selu, 0 for abs(a-y) at 0 and for l1 at a weight of 0. Each layer with a kink is put on it in turn, by weights and a bias of 0, or a
 * gamma and beta of 0; then the outputs themselves are the targets. In f64, over the first 16 samples of the training part, dropout and
 * clipping off.
 */
public record Subgradient() implements TrainingLaw {

    private static final Tolerance CLOSE = new Tolerance.Absolute(1e-12);
    private static final int SAMPLES = 16;

    @Override
    public Verdict judge(Trial trial) {
        return trial.withSamples(dataset -> judge(trial.with(trial.specification().withPrecision(Precision.F64)),
                new Parameters(Precision.F64, trial.initial().tensors()), RowSubset.first(dataset.train(), SAMPLES)));
    }

    private static Verdict judge(Trial trial, Parameters parameters, SampleRows rows) {
        var network = trial.specification();
        var comparison = Comparison.with("the documented subgradient makes it", CLOSE, Precision.F64);
        var loss = network.feedForward().loss();
        var flat = loss.penalties().stream().anyMatch(penalty -> penalty instanceof Penalty.L1);
        for (var layer : network.feedForward().layers()) {
            if (documentsItsKink(layer.activation()) || flat) {
                compare(trial.at(zeroed(parameters, layer)), rows, layer.title() + " at 0: the gradient of ",
                        comparison);
            }
        }
        if (loss.data().stream().anyMatch(term -> term.kind() instanceof LossTerm.MeanAbsoluteError)) {
            var state = trial.at(parameters);
            compare(state, met(rows, state.outputs(rows), network.outputs()), "outputs at their targets: the gradient of ", comparison);
        }
        return comparison.compared() == 0
                ? Verdict.inconclusive("nothing in the spec has a kink: no "
                        + Listing.or(Language.ACTIVATIONS.words(f -> f.traits().course().kinked()), "mae", "l1"))
                : comparison.verdict("{compared} gradients at kinks are the documented ones");
    }

    private static void compare(NetworkState state, SampleRows rows, String place, Comparison comparison) {
        comparison.parameters(place, state.gradients(rows),
                new ReferenceNetwork(state.specification()).gradients(state.parameters(), rows));
    }

    /** z and every weight of the layer are 0. */
    private static Parameters zeroed(Parameters parameters, Layer layer) {
        var zeros = Stream.concat(Stream.of(layer.weightName()), layer.linearTensors().stream().map(TensorSpec::name)).toList();
        return new Parameters(parameters.precision(),
                parameters.tensors().stream().map(t -> zeros.contains(t.name())
                        ? new Tensor(t.name(), t.rows(), t.columns(), t.bias(), new double[t.values().length]) : t).toList());
    }

    private static InMemoryRows met(SampleRows rows, double[] outputs, int width) {
        var met = InMemoryRows.of(rows, x -> x, y -> y);
        for (var row = 0; row < met.count(); row++) {
            System.arraycopy(outputs, row * width, met.y()[row], 0, width);
        }
        return met;
    }

    /** Whether the language says what the derivative is at a kink; of the host program's functions the host program says it. */
    private static boolean documentsItsKink(Activation f) {
        return !f.kinks().isEmpty() && !(f instanceof Activation.Host);
    }
}
