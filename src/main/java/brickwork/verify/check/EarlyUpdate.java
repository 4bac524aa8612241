package brickwork.verify.check;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.model.Activation;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Specification;
import brickwork.source.DecimalText;
import brickwork.verify.Check;
import brickwork.verify.Requirement;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Optional;

/**
 * Gradient descent with a known mistake leads to a known loss. The mistake is that of published code: the output weights are updated before
 * the hidden deltas are computed from them. It is worked out for one sample and two sigmoid layers whose biases do not learn, by plain
 * arithmetic that shares nothing with the engine.
 *
 * @param steps     how many
 * @param loss      half the squared error after them
 * @param tolerance how far off it may be
 */
public record EarlyUpdate(int steps, double loss, double tolerance) implements Check {

    @Override
    public String sentence() {
        return "updating the output weights before the hidden deltas leads to a loss of " + DecimalText.of(loss) + " after " + steps
                + " steps, within " + DecimalText.of(tolerance);
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.withSamples(dataset -> unfit(trial.specification(), dataset.train())
                .<Verdict>map(what -> Verdict.inconclusive("the early update is worked out for " + what + " alone")).orElseGet(() -> {
                    var found = new Descent(trial.specification(), trial.initial(), dataset.train()).lossAfter(steps);
                    return NumberVerdicts.judge("the loss after " + steps + " steps", found,
                            Requirement.near(loss, new Tolerance.Absolute(tolerance)), trial.specification().precision());
                }));
    }

    /** What the calculation is for and this is not. */
    private static Optional<String> unfit(Specification specification, SampleRows rows) {
        var network = specification.feedForward();
        var optimizer = specification.learning().descent().optimizer();
        if (network.layers().size() != 2 || rows.count() != 1) {
            return Optional.of("two layers and one sample");
        }
        if (!network.layers().stream().allMatch(layer -> layer.activation() instanceof Activation.Sigmoid)) {
            return Optional.of("sigmoid units");
        }
        if (!network.layers().stream().allMatch(layer -> layer.hasBias() && !layer.biasTrained())) {
            return Optional.of("biases that do not learn");
        }
        if (!isHalfSquaredError(network.loss())) {
            return Optional.of("the loss 0.5 * sse");
        }
        return optimizer.rule() instanceof Optimizer.Sgd sgd && sgd.momentum() == 0 ? Optional.empty()
                : Optional.of("gradient descent without momentum");
    }

    private static boolean isHalfSquaredError(Loss loss) {
        return loss.penalties().isEmpty() && loss.data().size() == 1 && loss.data().getFirst().factor() == 0.5
                && loss.data().getFirst().kind() instanceof LossTerm.SumSquaredError;
    }

    /** The descent with the mistake. */
    private static final class Descent {

        private final double rate;
        private final double[] input;
        private final double[] target;
        private final double[][] hiddenWeights;
        private final double[][] outputWeights;
        private final double[] hiddenBias;
        private final double[] outputBias;

        Descent(Specification network, Parameters initial, SampleRows rows) {
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

        /** The loss, half the squared error, after that number of steps, each with the mistake. */
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
}
