package brickwork.engine;

import brickwork.model.Clip;
import brickwork.model.Layer;
import brickwork.model.Optimizer;
import brickwork.model.Penalty;
import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.List;

/** A network run sample by sample with plain loops in doubles: what the engine must agree with. It shares nothing with plan and kernels. */
final class PlainNetwork {

    /** The factor of dropout for a layer, a unit and a sample of the batch. */
    interface Masks {
        double factor(Layer layer, int unit, int sample);
    }

    final Specification network;
    final double[][][] weights;
    final double[][] biases;
    private final double[][][] memory = new double[2][][];
    private final int n;

    double dataLoss;
    double penalty;
    double norm;
    double[][][] weightGradients;
    double[][] biasGradients;

    PlainNetwork(Specification network, Parameters start) {
        this.network = network;
        this.n = network.feedForward().layers().size();
        this.weights = new double[n][][];
        this.biases = new double[n][];
        for (var layer : network.feedForward().layers()) {
            var l = layer.number() - 1;
            weights[l] = new double[layer.units()][layer.inputs()];
            for (var o = 0; o < layer.units(); o++) {
                for (var i = 0; i < layer.inputs(); i++) {
                    weights[l][o][i] = start.tensor(layer.weightName()).at(o, i);
                }
            }
            biases[l] = layer.hasBias() ? start.tensor(layer.biasName()).values().clone() : new double[layer.units()];
        }
    }

    /** Sums z of every layer for one sample; activations go to {@code outputs}. */
    private double[][] forward(double[] x, int sample, Masks masks, double[][] activations, double[][] outputs) {
        var z = new double[n][];
        for (var layer : network.feedForward().layers()) {
            var l = layer.number() - 1;
            var in = l == 0 ? x : outputs[l - 1];
            z[l] = new double[layer.units()];
            for (var o = 0; o < layer.units(); o++) {
                var sum = biases[l][o];
                for (var i = 0; i < layer.inputs(); i++) {
                    sum += weights[l][o][i] * in[i];
                }
                z[l][o] = sum;
            }
            activations[l] = PlainFunctions.value(layer.activation(), z[l]);
            outputs[l] = activations[l].clone();
            for (var o = 0; o < layer.units(); o++) {
                outputs[l][o] *= masks.factor(layer, o, sample);
            }
        }
        return z;
    }

    double[] predict(double[] x) {
        var outputs = new double[n][];
        forward(x, 0, (layer, unit, sample) -> 1, new double[n][], outputs);
        return outputs[n - 1];
    }

    /** Loss and gradients over a batch, penalties included, before clipping. */
    void computeGradients(List<double[]> xs, List<double[]> ys, Masks masks) {
        weightGradients = new double[n][][];
        biasGradients = new double[n][];
        for (var l = 0; l < n; l++) {
            weightGradients[l] = new double[weights[l].length][weights[l][0].length];
            biasGradients[l] = new double[weights[l].length];
        }
        dataLoss = 0;
        for (var s = 0; s < xs.size(); s++) {
            backward(xs.get(s), ys.get(s), s, xs.size(), masks);
        }
        addPenalties();
        norm = Math.sqrt(trained(weightGradients, biasGradients).stream().mapToDouble(row -> {
            var sum = 0.0;
            for (var g : row) {
                sum += g * g;
            }
            return sum;
        }).sum());
    }

    private void backward(double[] x, double[] y, int sample, int batch, Masks masks) {
        var activations = new double[n][];
        var outputs = new double[n][];
        var z = forward(x, sample, masks, activations, outputs);
        var slope = new double[y.length];
        for (var term : network.feedForward().loss().data()) {
            var share = term.factor() / PlainFunctions.divisor(term.kind(), batch, y.length);
            dataLoss += share * PlainFunctions.term(term.kind(), outputs[n - 1], y);
            for (var k = 0; k < y.length; k++) {
                slope[k] += share * PlainFunctions.termSlope(term.kind(), outputs[n - 1], y, k);
            }
        }
        for (var layer : network.feedForward().layers().reversed()) {
            var l = layer.number() - 1;
            var jacobian = PlainFunctions.jacobian(layer.activation(), z[l]);
            var in = l == 0 ? x : outputs[l - 1];
            var below = new double[layer.inputs()];
            for (var o = 0; o < layer.units(); o++) {
                var delta = 0.0;
                for (var k = 0; k < layer.units(); k++) {
                    delta += slope[k] * masks.factor(layer, k, sample) * jacobian[k][o];
                }
                biasGradients[l][o] += delta;
                for (var i = 0; i < layer.inputs(); i++) {
                    weightGradients[l][o][i] += delta * in[i];
                    below[i] += delta * weights[l][o][i];
                }
            }
            slope = below;
        }
    }

    private void addPenalties() {
        penalty = 0;
        for (var term : network.feedForward().loss().penalties()) {
            for (var l = 0; l < n; l++) {
                for (var o = 0; o < weights[l].length; o++) {
                    for (var i = 0; i < weights[l][o].length; i++) {
                        var w = weights[l][o][i];
                        switch (term) {
                            case Penalty.L1(var lambda, _) -> {
                                penalty += lambda * Math.abs(w);
                                weightGradients[l][o][i] += lambda * Math.signum(w);
                            }
                            case Penalty.L2(var lambda, _) -> {
                                penalty += lambda * w * w;
                                weightGradients[l][o][i] += 2 * lambda * w;
                            }
                            case Penalty.Host _ -> throw new IllegalArgumentException("a penalty of the host takes whole matrices");
                        }
                    }
                }
            }
        }
    }

    /** Clips and moves, given the gradients {@link #differentiate} left. */
    void update(double rate, long t) {
        var w = trained(weights, biases);
        var g = trained(weightGradients, biasGradients);
        if (memory[0] == null) {
            memory[0] = w.stream().map(row -> new double[row.length]).toArray(double[][]::new);
            memory[1] = w.stream().map(row -> new double[row.length]).toArray(double[][]::new);
        }
        for (var r = 0; r < w.size(); r++) {
            for (var i = 0; i < w.get(r).length; i++) {
                w.get(r)[i] = moved(w.get(r)[i], clipped(g.get(r)[i]), memory[0][r], memory[1][r], i, rate, t);
            }
        }
    }

    private double clipped(double g) {
        return network.learning().descent().clip().map(clip -> switch (clip) {
            case Clip.Norm(var bound) -> norm > bound ? g * bound / norm : g;
            case Clip.Value(var bound) -> Math.max(-bound, Math.min(bound, g));
        }).orElse(g);
    }

    private double moved(double w, double g, double[] first, double[] second, int i, double rate, long t) {
        return switch (network.learning().descent().optimizer().rule()) {
            case Optimizer.Sgd(var momentum, var nesterov) -> {
                first[i] = momentum * first[i] + g;
                yield w - rate * (nesterov ? g + momentum * first[i] : first[i]);
            }
            case Optimizer.Adam adam -> {
                first[i] = adam.beta1() * first[i] + (1 - adam.beta1()) * g;
                second[i] = adam.beta2() * second[i] + (1 - adam.beta2()) * g * g;
                var m = first[i] / (1 - StrictMath.pow(adam.beta1(), t));
                var v = second[i] / (1 - StrictMath.pow(adam.beta2(), t));
                yield w - rate * adam.decay() * w - rate * m / (Math.sqrt(v) + adam.epsilon());
            }
            case Optimizer.RmsProp(var alpha, var epsilon) -> {
                first[i] = alpha * first[i] + (1 - alpha) * g * g;
                yield w - rate * g / (Math.sqrt(first[i]) + epsilon);
            }
            case Optimizer.AdaGrad(var epsilon) -> {
                first[i] += g * g;
                yield w - rate * g / (Math.sqrt(first[i]) + epsilon);
            }
            case Optimizer.Rprop rprop -> {
                var size = t == 1 ? rate : second[i];
                var turned = first[i] > 0 && g < 0 || first[i] < 0 && g > 0;
                var stayed = first[i] > 0 && g > 0 || first[i] < 0 && g < 0;
                size *= turned ? rprop.shrink() : stayed ? rprop.grow() : 1;
                second[i] = Math.min(rprop.largest(), Math.max(rprop.smallest(), size));
                first[i] = turned ? 0 : g;
                yield turned || g == 0 ? w : g > 0 ? w - second[i] : w + second[i];
            }
        };
    }

    /** The rows of what is trained. */
    private List<double[]> trained(double[][][] matrices, double[][] vectors) {
        var rows = new ArrayList<double[]>();
        for (var layer : network.feedForward().layers()) {
            if (layer.weightsTrained()) {
                rows.addAll(List.of(matrices[layer.number() - 1]));
            }
            if (layer.biasTrained()) {
                rows.add(vectors[layer.number() - 1]);
            }
        }
        return rows;
    }
}
