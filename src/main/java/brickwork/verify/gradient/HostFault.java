package brickwork.verify.gradient;

import brickwork.source.Origin;
import java.util.Locale;

/**
 * A function of the host program whose stated derivative is not the slope of its own values, at the place where both are farthest apart.
 *
 * @param function    which one
 * @param place       {@code z = 0.5 (unit 2, sample 0)}, {@code output 1 of sample 3}, {@code layer1.weight[0][2]}; counted from 0
 * @param derivatives there
 */
public record HostFault(Function function, String place, Derivatives derivatives) {

    /** Kinds of functions. */
    public enum Kind {
        ACTIVATION,
        LOSS,
        PENALTY
    }

    /**
     * A function at its place in the network.
     *
     * @param kind   what kind of function
     * @param name   as it is registered
     * @param layer  the layer of an activation, or of the weight of a penalty, counted from 1; the last one for a loss
     * @param origin where the spec names the function
     */
    public record Function(Kind kind, String name, int layer, Origin origin) {}

    /**
     * What the host program says a derivative is, and what it is.
     *
     * @param stated  by the host program
     * @param numeric the slope of the values
     * @param diff    how far apart, as {@link GradientEntry#diff()}
     */
    public record Derivatives(double stated, double numeric, double diff) {}

    /** {@code penalty "ridge"}, or {@code activation "swish" of layer 2}. */
    public String title() {
        return function.kind().name().toLowerCase(Locale.ROOT) + " \"" + function.name() + "\""
                + (function.kind() == Kind.ACTIVATION ? " of layer " + function.layer() : "");
    }

    /** One line: who is at fault, where, and both numbers. */
    public String text() {
        return title() + ": its derivative " + (function.kind() == Kind.ACTIVATION ? "at " : "by ") + place + " is stated as "
                + derivatives.stated()
                + ", but its values have the slope " + derivatives.numeric();
    }
}
