package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.data.RowSubset;
import brickwork.engine.Parameters;
import brickwork.model.Precision;
import brickwork.verify.Verdict;
import brickwork.verify.reference.ReferenceNetwork;

/**
 * Backward gradients are the derivatives that dual numbers carry forward through the reference interpreter, with no step and so no step
 * error. Ulps are those of the largest derivative of the tensor.
 */
public final class ForwardMode {

    private static final int SAMPLES = 16;
    /** About a second's worth of products. */
    private static final long AFFORDABLE = 30_000_000;

    private ForwardMode() {}

    /** Of every trained parameter in f64 over the first 16 samples; of evenly chosen ones where all of them would take many seconds. */
    public static Verdict agrees(Subject asWritten, Tolerance closeness) {
        var subject = asWritten.with(asWritten.network().withPrecision(Precision.F64));
        var network = subject.network();
        var rows = RowSubset.first(subject.dataset().train(), SAMPLES);
        var parameters = new Parameters(Precision.F64, asWritten.initial().tensors());
        var gradients = subject.gradients(parameters, rows);
        var reference = new ReferenceNetwork(network);
        var stride = (int) Math.max(1, network.parameters() * network.parameters() * rows.count() / AFFORDABLE);
        var comparison = new Comparison(closeness, Precision.F64, "forward mode makes it");
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
        return comparison.text().<Verdict>map(Verdict.Failed::new)
                .orElseGet(() -> new Verdict.Passed(comparison.compared() + " derivatives agree " + closeness.text()));
    }
}
