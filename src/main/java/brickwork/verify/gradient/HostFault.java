package brickwork.verify.gradient;

import brickwork.source.Origin;
import java.util.Locale;

/**
 * A function of the host program whose stated derivative is not the slope of its own values, at the place where both are farthest apart.
 *
 * @param kind    what kind of function
 * @param name    as it is registered
 * @param layer   the layer of an activation, or of the weight of a penalty, counted from 1; the last one for a loss
 * @param place   such as {@code z = 0.5 (unit 2, sample 0)}, {@code output 1 of sample 3} or {@code layer1.weight[0][2]}, counted from 0
 * @param stated  what the host program says
 * @param numeric the slope of the values
 * @param diff    how far apart, as {@link GradientEntry#diff()}
 * @param origin  where the spec names the function
 */
public record HostFault(Kind kind, String name, int layer, String place, double stated, double numeric, double diff, Origin origin) {

    /** Kinds of functions. */
    public enum Kind {
        ACTIVATION,
        LOSS,
        PENALTY
    }

    /** {@code penalty "ridge"}, or {@code activation "swish" of layer 2}. */
    public String title() {
        return kind.name().toLowerCase(Locale.ROOT) + " \"" + name + "\"" + (kind == Kind.ACTIVATION ? " of layer " + layer : "");
    }

    /** One line: who is at fault, where, and both numbers. */
    public String text() {
        return title() + ": its derivative " + (kind == Kind.ACTIVATION ? "at " : "by ") + place + " is stated as " + stated
                + ", but its values have the slope " + numeric;
    }
}
