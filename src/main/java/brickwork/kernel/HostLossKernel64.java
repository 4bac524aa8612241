package brickwork.kernel;

import brickwork.model.LossTerm;
import java.util.Arrays;

/**
 * A data term of the host program, computed in doubles sample after sample; sums and derivatives are rounded to the number type once each.
 */
final class HostLossKernel64 implements LossKernel64 {

    private final LossTerm.Host host;
    private double[] outputs = {}; // stays double
    private double[] targets = {}; // stays double
    private double[] derivatives = {}; // stays double

    HostLossKernel64(LossTerm.Host host) {
        this.host = host;
    }

    @Override
    public double value(double[] z, double[] a, double[] y, int units, int from, int to, int stride) {
        var sum = 0.0;
        for (var s = from; s < to; s++) {
            take(a, y, units, s, stride);
            sum += host.value(outputs, targets);
        }
        return Rounding64.of(sum);
    }

    @Override
    public void gradient(double[] z, double[] a, double[] y, double[] delta, int units, int columns, int stride, double scale,
            boolean add) {
        for (var s = 0; s < columns; s++) {
            take(a, y, units, s, stride);
            Arrays.fill(derivatives, 0);
            host.gradient(outputs, targets, derivatives);
            for (var u = 0; u < units; u++) {
                var i = u * stride + s;
                var slope = Rounding64.of(derivatives[u]);
                delta[i] = add ? Math.fma(scale, slope, delta[i]) : scale * slope;
            }
        }
    }

    /** Copies one sample, so that the host program cannot reach the workspace. */
    private void take(double[] a, double[] y, int units, int sample, int stride) {
        if (outputs.length != units) {
            outputs = new double[units]; // stays double
            targets = new double[units]; // stays double
            derivatives = new double[units]; // stays double
        }
        for (var u = 0; u < units; u++) {
            outputs[u] = a[u * stride + sample];
            targets[u] = y[u * stride + sample];
        }
    }
}
