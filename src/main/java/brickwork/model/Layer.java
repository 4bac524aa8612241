package brickwork.model;

import brickwork.source.Origin;
import java.util.Optional;

/**
 * A dense layer: z = W·a + b, a' = f(z), W of shape [units, inputs], b of shape [units].
 *
 * @param number     counted from 1
 * @param name       the author's name for it, if given
 * @param inputs     width of what it takes
 * @param units      width of what it gives
 * @param activation f
 * @param weights    how W starts
 * @param bias       the bias
 * @param frozen     whether W and b keep their first values
 * @param dropout    probability with which an output is zeroed in training, in [0, 1)
 * @param origin     where the layer was written
 */
public record Layer(int number, Optional<String> name, int inputs, int units, Activation activation, Initialization weights, Bias bias,
        boolean frozen, double dropout, Origin origin) {

    public Layer {
        Numbers.count("the number of a layer", number);
        Numbers.count("the inputs of a layer", inputs);
        Numbers.count("the units of a layer", units);
        Numbers.shareBelowOne("dropout", dropout);
    }

    /** {@code layer1.weight}: the name of W in reports and weights files. */
    public String weightName() {
        return "layer" + number + ".weight";
    }

    /** {@code layer1.bias}: the name of b in reports and weights files. */
    public String biasName() {
        return "layer" + number + ".bias";
    }

    public boolean hasBias() {
        return bias instanceof Bias.Present;
    }

    public boolean weightsTrained() {
        return !frozen;
    }

    public boolean biasTrained() {
        return !frozen && bias instanceof Bias.Present present && !present.fixed();
    }

    /** How a message names the layer: its number, and its own name where it has one. */
    public String title() {
        return "layer " + number + name.map(n -> " (" + n + ")").orElse("");
    }
}
