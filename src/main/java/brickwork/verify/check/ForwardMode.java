package brickwork.verify.check;

import brickwork.data.RowSubset;
import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.model.Precision;
import brickwork.verify.Check;
import brickwork.verify.NetworkState;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.reference.ReferenceNetwork;

/**
 * Backward gradients are the derivatives that dual numbers carry forward through the reference interpreter, with no step and so no step
 * error. Ulps are those of the largest derivative of the tensor.
 *
 * <p>It is of every trained parameter in f64 over the first 16 samples, or of evenly chosen ones where all would take many seconds.
 */
public record ForwardMode(Tolerance tolerance) implements Check {

    private static final int SAMPLES = 16;
    /** About a second's worth of products. */
    private static final long AFFORDABLE = 30_000_000;

    @Override
    public String sentence() {
        return "forward-mode derivatives agree with backward " + tolerance.text();
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withSamples(dataset -> judge(trial.with(trial.specification().withPrecision(Precision.F64)).at(
                new Parameters(Precision.F64, trial.initial().tensors())), RowSubset.first(dataset.train(), SAMPLES)));
    }

    private Verdict judge(NetworkState state, SampleRows rows) {
        var network = state.specification();
        var parameters = state.parameters();
        var gradients = state.gradients(rows);
        var reference = new ReferenceNetwork(network);
        var stride = (int) Math.max(1, network.parameters() * network.parameters() * rows.count() / AFFORDABLE);
        var comparison = Comparison.with("forward mode makes it", tolerance, Precision.F64);
        for (var tensor : gradients.tensors()) {
            if (ReferenceNetwork.isTrained(network, tensor.name())) {
                var count = Math.ceilDiv(tensor.values().length, stride);
                var found = new double[count];
                var stated = new double[count];
                for (var i = 0; i < count; i++) {
                    var index = i * stride;
                    found[i] = tensor.values()[index];
                    stated[i] = reference.derivative(parameters, rows, tensor.name(), index / tensor.columns(), index % tensor.columns());
                }
                comparison.numbers(i -> "the gradient of " + Comparison.entry(tensor, i * stride), found, stated);
            }
        }
        return comparison.verdict("{compared} derivatives agree {tolerance}");
    }
}
