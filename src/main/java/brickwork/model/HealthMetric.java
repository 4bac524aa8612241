package brickwork.model;

import java.util.List;
import java.util.Locale;

/** A figure of a training's health, as statements name it. */
public enum HealthMetric implements Named {

    /** How many units of a layer are dead: f is flat for every sample. */
    DEAD_UNITS,
    /** The share of the pairs of a layer's units and the samples at which f is flat. */
    SATURATED_UNITS,
    /** L2 norm of the gradients of everything of a layer that is trained. */
    GRADIENT_NORM,
    /** The gradient norm of the lowest trained layer over that of the highest. */
    GRADIENT_RATIO,
    /** The norm of the change of a layer's weights by an update over the norm of the weights before it. */
    UPDATE_RATIO,
    /** How many inputs have one value in all samples. */
    CONSTANT_INPUTS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word of the language: the name of the constant. */
    @Override
    public String word() {
        return word;
    }

    /** Whether each layer has a figure of its own. */
    public boolean isOfLayers() {
        return this != GRADIENT_RATIO && this != CONSTANT_INPUTS;
    }

    /** Whether its values are whole numbers. */
    public boolean counts() {
        return this == DEAD_UNITS || this == CONSTANT_INPUTS;
    }

    /** Whether it lies between 0 and 1. */
    public boolean isShare() {
        return this == SATURATED_UNITS;
    }

    /** Whether it changes with the parameters, and has a value before any update. */
    public boolean isOfParameters() {
        return this != UPDATE_RATIO && this != CONSTANT_INPUTS;
    }

    /**
     * The layers that have the figure; those whose gradients make the ratio; none for inputs.
     *
     * <p>Dead units are those of the relu family. Saturated are sigmoid, tanh and softmax, but not on the last layer where bce or
     * cross_entropy is a term of the loss: its gradient a - y does not pass through f'. Gradients are those of what is trained.
     */
    public List<Layer> layers(List<Layer> layers, Loss loss) {
        return switch (this) {
            case DEAD_UNITS -> layers.stream().filter(layer -> counts(layer, Flatness.Figure.DEAD)).toList();
            case SATURATED_UNITS -> layers.stream()
                    .filter(layer -> counts(layer, Flatness.Figure.SATURATED) && !(layer == layers.getLast() && takesPreActivations(loss)))
                    .toList();
            case GRADIENT_NORM, GRADIENT_RATIO -> layers.stream().filter(layer -> !layer.trainedTensors().isEmpty()).toList();
            case UPDATE_RATIO -> layers.stream().filter(Layer::weightsTrained).toList();
            case CONSTANT_INPUTS -> List.of();
        };
    }

    private static boolean counts(Layer layer, Flatness.Figure figure) {
        return layer.activation().traits().course().flatness().figure() == figure;
    }

    private static boolean takesPreActivations(Loss loss) {
        return loss.data().stream().anyMatch(term -> term.kind().readsPreActivation());
    }
}
