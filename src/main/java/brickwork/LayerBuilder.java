package brickwork;

import static brickwork.Setup.needed;

import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.syntax.SpecPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A dense layer of a {@link SpecBuilder}, with whatever is not left to its default. Immutable; each method gives a new one.
 *
 * <pre>{@code LayerBuilder.of(16, new Activation.Elu(0.7)).init(new Initialization.He()).dropout(0.2).named("hidden")}</pre>
 */
public final class LayerBuilder {

    private final int units;
    private final Activation activation;
    private final List<String> options;

    private LayerBuilder(int units, Activation activation, List<String> options) {
        this.units = units;
        this.activation = activation;
        this.options = List.copyOf(options);
    }

    /** A layer of so many units; a function of the host stands for the one that is registered under its name. */
    public static LayerBuilder of(int units, Activation activation) {
        return new LayerBuilder(units, needed(activation, "an activation"), List.of());
    }

    /** How its weights start. */
    public LayerBuilder init(Initialization start) {
        return with(SpecPrinter.weights(needed(start, "an initialization")));
    }

    /** Its bias, none, or a normalisation in its place. */
    public LayerBuilder bias(Bias bias) {
        return with(needed(bias, "a bias").text());
    }

    /** Keeps its parameters as they start. */
    public LayerBuilder frozen() {
        return with("frozen");
    }

    /** The probability with which an output is zeroed in training. */
    public LayerBuilder dropout(double probability) {
        return with(SpecPrinter.dropout(probability));
    }

    /**
     * The name of the layer.
     *
     * @throws IllegalArgumentException where it is no name or a word of the language
     */
    public LayerBuilder named(String name) {
        return with("as " + HostName.free(name));
    }

    /** As a text says it; {@code inputs} are left out where what stands before says them. */
    String statement(OptionalInt inputs) {
        return SpecPrinter.layer(inputs, units, activation, options);
    }

    private LayerBuilder with(String option) {
        var more = new ArrayList<>(options);
        more.add(option);
        return new LayerBuilder(units, activation, more);
    }
}
