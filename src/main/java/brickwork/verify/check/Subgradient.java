package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.data.InMemoryRows;
import brickwork.data.RowSubset;
import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Language;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.source.Listing;
import brickwork.verify.Verdict;
import brickwork.verify.reference.ReferenceNetwork;

/**
 * Exactly at a kink the derivative is the one the language documents: 0 for relu at 0, that of the negative side for leaky_relu, elu and
 * selu, 0 for abs(a-y) at 0 and for l1 at a weight of 0. Each layer with a kink is put on it in turn, by weights and a bias of 0; then the
 * outputs themselves are the targets.
 */
public final class Subgradient {

    private static final Tolerance CLOSE = new Tolerance.Absolute(1e-12);
    private static final int SAMPLES = 16;

    private Subgradient() {}

    /** In f64, over the first 16 samples of the training part, dropout and clipping off. */
    public static Verdict isTheDocumentedOne(Subject asWritten) {
        var subject = asWritten.with(asWritten.network().withPrecision(Precision.F64));
        var network = subject.network();
        var rows = RowSubset.first(subject.dataset().train(), SAMPLES);
        var parameters = new Parameters(Precision.F64, asWritten.initial().tensors());
        var comparison = new Comparison(CLOSE, Precision.F64, "the documented subgradient makes it");
        var flat = network.feedForward().loss().penalties().stream().anyMatch(penalty -> penalty instanceof Penalty.L1);
        for (var layer : network.feedForward().layers()) {
            if (documentsItsKink(layer.activation()) || flat) {
                compare(subject, zeroed(parameters, layer.weightName(), layer.biasName()), rows,
                        layer.title() + " at 0: the gradient of ", comparison);
            }
        }
        if (network.feedForward().loss().data().stream().anyMatch(term -> term.kind() instanceof LossTerm.MeanAbsoluteError)) {
            var outputs = subject.outputs(parameters, rows);
            compare(subject, parameters, met(rows, outputs, network.outputs()), "outputs at their targets: the gradient of ", comparison);
        }
        return comparison.compared() == 0
                ? new Verdict.Inconclusive("nothing in the spec has a kink: no "
                        + Listing.or(Language.ACTIVATIONS.words(f -> f.traits().course().kinked()), "mae", "l1"))
                : comparison.text().<Verdict>map(Verdict.Failed::new)
                        .orElseGet(() -> new Verdict.Passed(comparison.compared() + " gradients at kinks are the documented ones"));
    }

    private static void compare(Subject subject, Parameters parameters, SampleRows rows, String place, Comparison comparison) {
        comparison.parameters(place, subject.gradients(parameters, rows),
                new ReferenceNetwork(subject.network()).gradients(parameters, rows));
    }

    private static Parameters zeroed(Parameters parameters, String weight, String bias) {
        return new Parameters(parameters.precision(),
                parameters.tensors().stream().map(t -> t.name().equals(weight) || t.name().equals(bias)
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
