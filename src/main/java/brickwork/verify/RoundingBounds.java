package brickwork.verify;

import brickwork.engine.Parameters;
import brickwork.model.Activation;
import brickwork.model.Specification;
import brickwork.verify.reference.Real;
import brickwork.verify.reference.Trace;

/**
 * How far a forward pass in doubles, in whatever order it sums, may be from the truth: a little for each product and sum, and what the
 * layers below were off, carried on through W and f.
 *
 * @param sums    bounds for z, layer by layer
 * @param outputs bounds for a of the last layer
 */
record RoundingBounds(double[][] sums, double[] outputs) {

    /** Far above the ulp or two of one operation and its function, so that sums of thousands of terms are covered. */
    private static final double ROUNDING = 0x1p-44;

    static RoundingBounds of(Specification network, Parameters parameters, Trace<Real> trace) {
        var sums = new double[network.feedForward().layers().size()][];
        var into = new double[network.inputs()];
        for (var l = 0; l < sums.length; l++) {
            var layer = network.feedForward().layers().get(l);
            var weights = parameters.tensor(layer.weightName());
            var outputs = new double[layer.units()];
            sums[l] = new double[layer.units()];
            var largest = 0.0;
            for (var unit = 0; unit < layer.units(); unit++) {
                var bound = layer.hasBias() ? ROUNDING * Math.abs(parameters.tensor(layer.biasName()).at(unit, 0)) : 0;
                for (var i = 0; i < layer.inputs(); i++) {
                    bound += Math.abs(weights.at(unit, i)) * (into[i] + ROUNDING * Math.abs(trace.into(l).get(i).value()));
                }
                sums[l][unit] = bound;
                largest = Math.max(largest, bound);
            }
            for (var unit = 0; unit < layer.units(); unit++) {
                var carried = layer.activation() instanceof Activation.Softmax ? largest : sums[l][unit];
                outputs[unit] = layer.activation().steepest(trace.sums().get(l).get(unit).value()) * carried
                        + ROUNDING * Math.abs(trace.outputs().get(l).get(unit).value());
            }
            into = outputs;
        }
        return new RoundingBounds(sums, into);
    }
}
