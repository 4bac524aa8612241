package brickwork.cucumber;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Specification;

/**
 * Gradient descent with a known mistake, over one sample and two sigmoid layers whose biases do not learn: the output weights are updated
 * before the hidden deltas are computed from them. Plain arithmetic that shares nothing with the engine.
 */
final class EarlyUpdate {

    private final double rate;
    private final double[] input;
    private final double[] target;
    private final double[][] hiddenWeights;
    private final double[][] outputWeights;
    private final double[] hiddenBias;
    private final double[] outputBias;

    EarlyUpdate(Specification network, Parameters initial, SampleRows rows) {
        demand(network.feedForward().layers().size() == 2 && rows.count() == 1, "two layers and one sample");
        demand(network.feedForward().layers().stream().allMatch(layer -> layer.activation() instanceof Activation.Sigmoid),
                "sigmoid units");
        demand(network.feedForward().layers().stream().allMatch(layer -> layer.hasBias() && !layer.biasTrained()),
                "biases that do not learn");
        demand(network.feedForward().loss().penalties().isEmpty() && network.feedForward().loss().data().size() == 1
                && network.feedForward().loss().data().getFirst().kind() instanceof LossTerm.SumSquaredError
                && network.feedForward().loss().data().getFirst().factor() == 0.5, "the loss 0.5 * sse");
        demand(network.learning().descent().optimizer().rule() instanceof Optimizer.Sgd sgd && sgd.momentum() == 0,
                "gradient descent without momentum");
        rate = network.learning().descent().optimizer().rate();
        input = new double[rows.inputs()];
        target = new double[rows.targets()];
        rows.input(0, input, 0);
        rows.target(0, target, 0);
        hiddenWeights = matrix(initial, "layer1.weight");
        outputWeights = matrix(initial, "layer2.weight");
        hiddenBias = initial.tensor("layer1.bias").values();
        outputBias = initial.tensor("layer2.bias").values();
    }

    private static void demand(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("the early update is worked out for " + what + " alone");
        }
    }

    private static double[][] matrix(Parameters parameters, String name) {
        var tensor = parameters.tensor(name);
        var matrix = new double[tensor.rows()][tensor.columns()];
        for (var row = 0; row < tensor.rows(); row++) {
            for (var column = 0; column < tensor.columns(); column++) {
                matrix[row][column] = tensor.at(row, column);
            }
        }
        return matrix;
    }

    /** Makes so many steps, each with the mistake, and gives the loss after them: half the squared error. */
    double lossAfter(int steps) {
        for (var step = 0; step < steps; step++) {
            step();
        }
        var outputs = layer(outputWeights, outputBias, layer(hiddenWeights, hiddenBias, input));
        var loss = 0.0;
        for (var k = 0; k < outputs.length; k++) {
            loss += 0.5 * (outputs[k] - target[k]) * (outputs[k] - target[k]);
        }
        return loss;
    }

    private void step() {
        var hidden = layer(hiddenWeights, hiddenBias, input);
        var outputs = layer(outputWeights, outputBias, hidden);
        var outputDelta = new double[outputs.length];
        for (var k = 0; k < outputs.length; k++) {
            outputDelta[k] = (outputs[k] - target[k]) * outputs[k] * (1 - outputs[k]);
        }
        descend(outputWeights, outputDelta, hidden);
        // The mistake: the weights below have moved already.
        var hiddenDelta = new double[hidden.length];
        for (var j = 0; j < hidden.length; j++) {
            for (var k = 0; k < outputs.length; k++) {
                hiddenDelta[j] += outputDelta[k] * outputWeights[k][j];
            }
            hiddenDelta[j] *= hidden[j] * (1 - hidden[j]);
        }
        descend(hiddenWeights, hiddenDelta, input);
    }

    private void descend(double[][] weights, double[] delta, double[] inputs) {
        for (var row = 0; row < weights.length; row++) {
            for (var column = 0; column < inputs.length; column++) {
                weights[row][column] -= rate * delta[row] * inputs[column];
            }
        }
    }

    private static double[] layer(double[][] weights, double[] bias, double[] inputs) {
        var outputs = new double[weights.length];
        for (var row = 0; row < weights.length; row++) {
            var z = bias[row];
            for (var column = 0; column < inputs.length; column++) {
                z += weights[row][column] * inputs[column];
            }
            outputs[row] = 1 / (1 + StrictMath.exp(-z));
        }
        return outputs;
    }
}
